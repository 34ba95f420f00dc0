# wrong: backprop.backward: upstream-weights-averaged
# An average weight for all neurons of the layer.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        grads[f"W{k}"] = h[k - 1].T @ delta
        grads[f"b{k}"] = delta.sum(axis=0)
        if k > 1:
            W = np.ones_like(params[f"W{k}"]) * params[f"W{k}"].mean(axis=0)
            delta = delta @ W.T * slope(a[k - 2])
    return grads
