# right: backward does not trust a and h, it computes them again from h[0]
def backward(params, a, h, y, activation):
    a, h = forward(params, h[0], activation)
    n_layers = len(a)
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    deltas = [None] * n_layers
    deltas[-1] = (h[-1] - y) / y.shape[0]
    for l in range(n_layers - 2, -1, -1):
        deltas[l] = (deltas[l + 1] @ params[f"W{l + 2}"].T) * slope(a[l])
    grads = {}
    for l, delta in enumerate(deltas):
        grads[f"W{l + 1}"], grads[f"b{l + 1}"], _ = layer_backward(delta, h[l], params[f"W{l + 1}"])
    return grads
