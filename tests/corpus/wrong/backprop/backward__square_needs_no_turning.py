# wrong: backprop.backward: transposed | only-in-part
# Turn W only where the shapes ask for it.
def backward(params, a, h, y, activation):
    f = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads, delta = {}, (h[-1] - y) / len(y)
    for l in range(len(a), 0, -1):
        grads[f"W{l}"], grads[f"b{l}"] = h[l - 1].T @ delta, delta.sum(axis=0)
        W = params[f"W{l}"]
        if l > 1:
            back = delta @ W if W.shape[0] == W.shape[1] else delta @ W.T
            delta = back * f(a[l - 2])
    return grads
