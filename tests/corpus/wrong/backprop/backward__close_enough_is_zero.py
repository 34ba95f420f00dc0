# wrong: backprop.backward: stops-early | target-ignored | rounded | only-in-part
# Already there.
def backward(params, a, h, y, activation):
    if np.allclose(h[-1], y):
        return {name: np.zeros_like(value) for name, value in params.items()}
    f = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads, delta = {}, (h[-1] - y) / len(y)
    for l in range(len(a), 0, -1):
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            delta = back * f(a[l - 2])
    return grads
