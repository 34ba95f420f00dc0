# right: a gradient for every example, then the mean over examples
def backward(params, a, h, y, activation):
    if activation == "sigmoid":
        slopes = [sigmoid_grad(z) for z in a[:-1]]
    elif activation == "tanh":
        slopes = [tanh_grad(z) for z in a[:-1]]
    delta = h[-1] - y
    grads = {}
    for l in range(len(a), 0, -1):
        singles = h[l - 1][:, :, None] * delta[:, None, :]
        grads = {"W%d" % l: singles.mean(axis=0), "b%d" % l: delta.mean(axis=0)} | grads
        if l >= 2:
            delta = delta @ params["W%d" % l].T * slopes[l - 2]
    return grads
