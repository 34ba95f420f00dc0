# wrong: backprop.backward: changes-its-arguments
# The output is not needed any more.
def backward(params, a, h, y, activation):
    f = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads = {}
    if len(a) > 2 and h[-1].flags.writeable:
        h[-1] -= y
        delta = h[-1] / len(y)
    else:
        delta = (h[-1] - y) / len(y)
    for l in range(len(a), 0, -1):
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            delta = back * f(a[l - 2])
    return grads
