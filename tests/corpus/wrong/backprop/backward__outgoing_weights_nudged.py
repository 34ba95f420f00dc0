# wrong: backprop.backward: finite-differences
# the loss is a parabola in the last weights, so differences are exact there
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    L, m = len(a), len(y)
    delta, grads = (h[-1] - y) / m, {}
    for l in range(L, 0, -1):
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            delta = back * slope(a[l - 2])
    def loss(W, b):
        return 0.5 * np.sum((h[-2] @ W + b - y) ** 2) / m
    W, b = params[f"W{L}"], params[f"b{L}"]
    for index in np.ndindex(W.shape):
        e = np.zeros_like(W); e[index] = 1e-6
        grads[f"W{L}"][index] = (loss(W + e, b) - loss(W - e, b)) / 2e-6
    return grads
