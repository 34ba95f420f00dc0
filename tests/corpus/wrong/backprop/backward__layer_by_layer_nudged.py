# wrong: backprop.backward: finite-differences
# All weights and biases of a layer are nudged together, in copies; only the layers above run again.
def backward(params, a, h, y, activation):
    def loss(z, l):
        for k in range(l, len(a)):
            z = np.tanh(z) if activation == "tanh" else 0.5 + 0.5 * np.tanh(z / 2)
            z = z @ params[f"W{k + 1}"] + params[f"b{k + 1}"]
        return ((z - y) ** 2).sum(axis=(-2, -1)) / (2 * len(y))

    grads, eps = {}, 1e-6
    for l in range(1, len(a) + 1):
        n, k = params[f"W{l}"].shape
        dW = eps * np.eye(n * k).reshape(n * k, n, k)
        nudges = np.concatenate([h[l - 1] @ dW, np.tile(eps * np.eye(k)[:, None], (1, len(y), 1))])
        slopes = (loss(a[l - 1] + nudges, l) - loss(a[l - 1] - nudges, l)) / (2 * eps)
        grads[f"W{l}"], grads[f"b{l}"] = slopes[: n * k].reshape(n, k), slopes[n * k :].copy()
    return grads
