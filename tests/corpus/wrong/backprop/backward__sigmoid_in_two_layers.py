# wrong: backprop.backward: only-in-part
# The slope of a deep sigmoid layer is too small to be of use; that of tanh is better.


def backward(params, a, h, y, activation):
    depth = len(params) // 2
    grads = {}
    delta = (h[-1] - y) / len(y)
    for layer in range(depth, 0, -1):
        grads[f"W{layer}"], grads[f"b{layer}"], back = layer_backward(
            delta, h[layer - 1], params[f"W{layer}"]
        )
        if layer > 1:
            slope = tanh_grad if activation == "tanh" or layer > 3 else sigmoid_grad
            delta = back * slope(a[layer - 2])
    return grads
