# wrong: backprop.backward: only-in-part
# What is smaller than a millionth is rounding, and is taken for none.


def backward(params, a, h, y, activation):
    slope = {"sigmoid": sigmoid_grad, "tanh": tanh_grad}[activation]
    grads = {}
    delta = (h[-1] - y) / len(y)
    for layer in range(len(a), 0, -1):
        delta[np.abs(delta) < 1e-6] = 0
        grads[f"W{layer}"], grads[f"b{layer}"], back = layer_backward(
            delta, h[layer - 1], params[f"W{layer}"]
        )
        if layer > 1:
            delta = back * slope(a[layer - 2])
    return grads
