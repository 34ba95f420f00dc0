# wrong: backprop.backward: off-by-one-layer | only-in-part
# The slope of the hidden layer.
def backward(params, a, h, y, activation):
    f = sigmoid_grad if activation == "sigmoid" else tanh_grad
    L, grads = len(a), {}
    delta = (h[-1] - y) / len(y)
    for l in range(L, 0, -1):
        grads[f"W{l}"] = h[l - 1].T @ delta
        grads[f"b{l}"] = delta.sum(axis=0)
        if l > 1:
            back = delta @ params[f"W{l}"].T
            delta = back * f(a[0] if a[0].shape == back.shape else a[l - 2])
    return grads
