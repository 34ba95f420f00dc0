# right: gradient dict filled from the last layer to the first, then turned round
def backward(params, a, h, y, activation):
    grads = {}
    delta = np.divide(h[-1] - y, len(y))
    l = len(a)
    while True:
        grads[f"b{l}"] = delta.sum(axis=0)
        grads[f"W{l}"] = np.transpose(h[l - 1]) @ delta
        if l == 1:
            break
        delta = delta @ np.transpose(params[f"W{l}"])
        l = l - 1
        delta *= sigmoid_grad(a[l - 1]) if activation == "sigmoid" else tanh_grad(a[l - 1])
    return dict(reversed(grads.items()))
