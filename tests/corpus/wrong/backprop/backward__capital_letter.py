# wrong: backprop.backward: tanh-derivative-for-sigmoid | ignores-activation-name
# Sigmoid or tanh.
def backward(params, a, h, y, activation):
    f = {"Sigmoid": sigmoid_grad}.get(activation, tanh_grad)
    grads, delta = {}, (h[-1] - y) / len(y)
    for l in range(len(a), 0, -1):
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            delta = back * f(a[l - 2])
    return grads
