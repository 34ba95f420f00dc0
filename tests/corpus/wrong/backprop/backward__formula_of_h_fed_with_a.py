# wrong: backprop.backward: a-one-minus-a | derivative-at-activation
# h (1 - h) and 1 - h^2, but the list I look into is a.
def backward(params, a, h, y, activation):
    grads, delta = {}, (h[-1] - y) / len(y)
    for k in reversed(range(1, len(a) + 1)):
        grads[f"W{k}"] = h[k - 1].T @ delta
        grads[f"b{k}"] = delta.sum(axis=0)
        if k > 1:
            z = a[k - 2]
            slope = z * (1 - z) if activation == "sigmoid" else 1 - z**2
            delta = delta @ params[f"W{k}"].T * slope
    return grads
