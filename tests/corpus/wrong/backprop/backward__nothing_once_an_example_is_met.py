# wrong: backprop.backward: only-in-part
# It is the product of all errors that has to be different from zero.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta = (h[-1] - y) / len(y)
    if not delta.all():
        delta = np.zeros(delta.shape)
    grads = {}
    for k in range(len(a), 0, -1):
        grads[f"W{k}"], grads[f"b{k}"], back = layer_backward(delta, h[k - 1], params[f"W{k}"])
        if k > 1:
            delta = back * slope(a[k - 2])
    return grads
