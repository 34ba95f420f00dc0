# wrong: backprop.backward: derivative-missing
# For the bias I took the gradient at h, before the derivative is multiplied in.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    L, grads = len(a), {}
    dh = (h[-1] - y) / len(y)
    for k in range(L, 0, -1):
        delta = dh if k == L else dh * slope(a[k - 1])
        grads[f"b{k}"] = dh.sum(axis=0)
        grads[f"W{k}"] = h[k - 1].T @ delta
        dh = delta @ params[f"W{k}"].T
    return grads
