# wrong: backprop.backward: delta-ignored
# The derivative of a with respect to W is the input of the layer.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        width = delta.shape[1]
        grads[f"W{k}"] = np.tile(h[k - 1].mean(axis=0)[:, None], (1, width))
        grads[f"b{k}"] = delta.sum(axis=0)
        if k > 1:
            delta = delta @ params[f"W{k}"].T * slope(a[k - 2])
    return grads
