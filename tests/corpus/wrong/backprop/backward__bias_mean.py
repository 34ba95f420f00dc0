# wrong: backprop.backward: bias-mean
# The bias is shared by all examples, so the mean.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        grads[f"W{k}"] = h[k - 1].T @ delta
        grads[f"b{k}"] = delta.mean(axis=0)
        if k > 1:
            delta = delta @ params[f"W{k}"].T * slope(a[k - 2])
    return grads
