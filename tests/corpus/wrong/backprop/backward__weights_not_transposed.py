# wrong: backprop.backward: transposed | raises
# delta @ W without .T; goes through on square layers only.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        grads[f"W{k}"] = h[k - 1].T @ delta
        grads[f"b{k}"] = delta.sum(axis=0)
        if k > 1:
            delta = delta @ params[f"W{k}"] * slope(a[k - 2])
    return grads
