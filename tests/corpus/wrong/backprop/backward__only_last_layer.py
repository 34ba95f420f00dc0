# wrong: backprop.backward: stops-early
# Only the last layer has an error; the others get zeros.
def backward(params, a, h, y, activation):
    grads = {name: np.zeros(value.shape) for name, value in params.items()}
    L = len(a)
    delta = (h[-1] - y) / len(y)
    grads[f"W{L}"] = h[L - 1].T @ delta
    grads[f"b{L}"] = delta.sum(axis=0)
    return grads
