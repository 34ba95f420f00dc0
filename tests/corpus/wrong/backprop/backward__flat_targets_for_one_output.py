# wrong: backprop.backward: broadcast-m-by-m | only-in-part
# One output: targets as a vector.
def backward(params, a, h, y, activation):
    f = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads, m = {}, len(y)
    target = y.ravel() if y.shape[1] == 1 else y
    delta = (h[-1] - target) / m
    for l in range(len(a), 0, -1):
        W = params[f"W{l}"]
        if delta.shape[1] != W.shape[1]:
            delta = delta.mean(axis=1, keepdims=True)
        grads[f"W{l}"], grads[f"b{l}"] = h[l - 1].T @ delta, delta.sum(axis=0)
        if l > 1:
            delta = (delta @ W.T) * f(a[l - 2])
    return grads
