# wrong: backprop.backward: mean-twice
# 1/m in delta and 1/m in every gradient.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    m, grads = y.shape[0], {}
    delta = (h[-1] - y) / m
    for k in range(len(a), 0, -1):
        grads[f"W{k}"] = np.dot(h[k - 1].T, delta) / m
        grads[f"b{k}"] = np.sum(delta, axis=0) / m
        if k > 1:
            delta = np.dot(delta, params[f"W{k}"].T) * slope(a[k - 2])
    return grads
