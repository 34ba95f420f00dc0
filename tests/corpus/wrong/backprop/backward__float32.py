# wrong: backprop.backward: float32
# Gradients need no more than single precision.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = ((h[-1] - y) / len(y)).astype("f4"), {}
    for k in range(len(a), 0, -1):
        W = params[f"W{k}"].astype("f4")
        grads[f"W{k}"], grads[f"b{k}"], dh = layer_backward(delta, h[k - 1].astype("f4"), W)
        if k > 1:
            delta = dh * slope(a[k - 2]).astype("f4")
    return grads
