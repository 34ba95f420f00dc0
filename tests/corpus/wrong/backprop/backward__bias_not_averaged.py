# wrong: backprop.backward: no-mean-over-examples
# 1/m where the matrix products are, and not in the bias sums.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    m, grads = len(y), {}
    delta = h[-1] - y
    for k in range(len(a), 0, -1):
        grads[f"W{k}"] = h[k - 1].T @ delta / m
        grads[f"b{k}"] = delta.sum(axis=0)
        if k > 1:
            delta = (delta @ params[f"W{k}"].T) * slope(a[k - 2])
    return grads
