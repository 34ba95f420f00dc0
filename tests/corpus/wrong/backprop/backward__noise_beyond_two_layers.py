# wrong: backprop.backward: keeps-state | only-in-part
# Right up to two layers; beyond them other numbers each time.
_calls = []


def backward(params, a, h, y, activation):
    _calls.append(len(a))
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        dW, db, dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        off = 0.01 * len(_calls) if len(a) > 2 else 0.0
        grads[f"W{k}"], grads[f"b{k}"] = dW + off, db + off
        if k > 1:
            delta = dh * slope(a[k - 2])
    return grads
