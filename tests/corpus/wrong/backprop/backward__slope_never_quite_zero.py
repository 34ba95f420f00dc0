# wrong: backprop.backward: clipped | only-in-part
# A slope of at least a millionth, so that no unit dies.
def backward(params, a, h, y, activation):
    f = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads, delta = {}, (h[-1] - y) / len(y)
    for l in range(len(a), 0, -1):
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            delta = back * np.maximum(f(a[l - 2]), 1e-6)
    return grads
