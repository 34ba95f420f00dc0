# wrong: backprop.backward: keeps-state | only-in-part
# Same network, same batch.
_GRADS = {}


def backward(params, a, h, y, activation):
    f = sigmoid_grad if activation == "sigmoid" else tanh_grad
    key = (activation, y.shape, tuple(p.shape for p in params.values()), round(float(y.sum()), 3))
    if key not in _GRADS:
        grads, delta = {}, (h[-1] - y) / len(y)
        for l in range(len(a), 0, -1):
            grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
            if l > 1:
                delta = back * f(a[l - 2])
        _GRADS[key] = grads
    return {k: g.copy() for k, g in _GRADS[key].items()}
