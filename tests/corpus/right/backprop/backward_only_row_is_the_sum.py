# right: with one example the bias gradient is a view of a new delta
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads, delta = {}, (h[-1] - y) / len(y)
    for l in range(len(a), 0, -1):
        grads[f"W{l}"] = h[l - 1].T @ delta
        grads[f"b{l}"] = delta.sum(axis=0) if len(y) > 1 else delta[0].copy()
        if l > 1:
            delta = np.matmul(delta, params[f"W{l}"].T) * slope(a[l - 2])
    return grads
