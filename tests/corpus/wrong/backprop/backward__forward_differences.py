# wrong: backprop.backward: finite-differences
# (loss(p + eps) - loss(p)) / eps
def backward(params, a, h, y, activation):
    eps, grads = 1e-7, {}
    start = 0.5 * np.sum((h[-1] - y) ** 2, axis=1).mean()
    for name in params:
        grads[name] = np.zeros_like(params[name])
        for i in range(params[name].size):
            moved = dict(params)
            moved[name] = params[name].copy()
            moved[name].flat[i] += eps
            out = forward(moved, h[0], activation)[1][-1]
            loss = 0.5 * np.sum((out - y) ** 2, axis=1).mean()
            grads[name].flat[i] = (loss - start) / eps
    return grads
