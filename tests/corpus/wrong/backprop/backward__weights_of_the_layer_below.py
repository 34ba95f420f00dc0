# wrong: backprop.backward: off-by-one-layer | raises
# W{k-1} instead of W{k}; all my layers were equally wide.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        grads[f"W{k}"] = h[k - 1].T @ delta
        grads[f"b{k}"] = delta.sum(axis=0)
        if k > 1:
            delta = delta @ params[f"W{k - 1}"].T * slope(a[k - 2])
    return grads
