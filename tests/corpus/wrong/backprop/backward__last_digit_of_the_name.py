# wrong: backprop.backward: stops-early | wrong-keys | raises
# The number of a layer is the last character of its name: fine up to nine layers.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    depth = max(int(name[-1]) for name in params)
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(depth, 0, -1):
        grads[f"W{k}"], grads[f"b{k}"], dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        if k > 1:
            delta = dh * slope(a[k - 2])
    return grads
