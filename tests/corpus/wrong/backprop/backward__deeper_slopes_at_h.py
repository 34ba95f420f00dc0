# wrong: backprop.backward: derivative-at-activation | only-in-part
# The slope, layer by layer.
def backward(params, a, h, y, activation):
    f = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads, delta, where = {}, (h[-1] - y) / len(y), a
    for l in range(len(a), 0, -1):
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            delta = back * f(where[l - 2])
            where = h[1:]
    return grads
