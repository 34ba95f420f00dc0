# wrong: backprop.backward: sigmoid-derivative-for-tanh
# The argument activation is not used: I only had the sigmoid when I wrote this.
def backward(params, a, h, y, activation):
    L, grads = len(a), {}
    delta = (h[L] - y) / y.shape[0]
    for k in range(L, 0, -1):
        grads[f"W{k}"] = h[k - 1].T @ delta
        grads[f"b{k}"] = delta.sum(0)
        if k > 1:
            delta = (delta @ params[f"W{k}"].T) * sigmoid_grad(a[k - 2])
    return grads
