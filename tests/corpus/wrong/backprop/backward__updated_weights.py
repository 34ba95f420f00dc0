# wrong: backprop.backward: upstream-weights-updated
# Update W on the way down, then go on with the new one.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        dW = h[k - 1].T @ delta
        grads[f"W{k}"], grads[f"b{k}"] = dW, delta.sum(axis=0)
        new_W = params[f"W{k}"] - 0.01 * dW
        if k > 1:
            delta = delta @ new_W.T * slope(a[k - 2])
    return grads
