# right: slopes from the activations that forward kept
def backward(params, a, h, y, activation):
    L, m = len(a), y.shape[0]
    grads, delta = {}, (h[L] - y) / m
    for l in range(L, 0, -1):
        grads[f"W{l}"] = h[l - 1].T.dot(delta)
        grads[f"b{l}"] = np.sum(delta, axis=0)
        if l > 1:
            f = h[l - 1]
            slope = f * (1 - f) if activation == "sigmoid" else 1 - f * f
            delta = delta.dot(params[f"W{l}"].T) * slope
    return grads
