# wrong: backprop.backward: off-by-one-layer | derivative-on-output | raises
# Index slip: a[k - 1] where a[k - 2] was meant.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        grads[f"W{k}"], grads[f"b{k}"], dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        if k > 1:
            delta = dh * slope(a[k - 1])
    return grads
