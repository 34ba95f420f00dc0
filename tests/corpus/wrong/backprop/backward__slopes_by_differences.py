# wrong: backprop.backward: finite-differences
# the slope of sigmoid or tanh, measured: (f(a + e) - f(a - e)) / 2e
def backward(params, a, h, y, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    delta, grads = (h[-1] - y) / len(y), {}
    for l in range(len(a), 0, -1):
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            z = a[l - 2]
            delta = back * (f(z + 1e-6) - f(z - 1e-6)) / 2e-6
    return grads
