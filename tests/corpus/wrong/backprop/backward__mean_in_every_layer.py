# wrong: backprop.backward: mean-once-per-layer
# The delta of every layer is divided by m.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    m, L, grads = len(y), len(a), {}
    error = h[L] - y
    for k in range(L, 0, -1):
        delta = error / m if k == L else error * slope(a[k - 1]) / m
        grads[f"W{k}"], grads[f"b{k}"], error = layer_backward(delta, h[k - 1], params[f"W{k}"])
    return grads
