# wrong: backprop.backward: no-mean-over-examples
# Add up the gradients of the single examples and stop there.
def backward(params, a, h, y, activation):
    grads = {name: np.zeros_like(value) for name, value in params.items()}
    for i in range(len(y)):
        d = h[-1][i] - y[i]
        for k in range(len(a), 0, -1):
            grads[f"W{k}"] += np.outer(h[k - 1][i], d)
            grads[f"b{k}"] += d
            hi = h[k - 1][i]
            d = (params[f"W{k}"] @ d) * (hi * (1 - hi) if activation == "sigmoid" else 1 - hi**2)
    return grads
