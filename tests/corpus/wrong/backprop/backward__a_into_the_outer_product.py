# wrong: backprop.backward: pre-activation-for-input
# dW = a^T delta.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = (h[-1] - y) / len(y), {}
    signals = [h[0], *a[:-1]]
    for k in range(len(a), 0, -1):
        grads[f"W{k}"] = signals[k - 1].T @ delta
        grads[f"b{k}"] = delta.sum(axis=0)
        if k > 1:
            delta = delta @ params[f"W{k}"].T * slope(a[k - 2])
    return grads
