# right: 1/m at the very end
def backward(params, a, h, y, activation):
    m = len(y)
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, out = h[-1] - y, {}
    for l in reversed(range(1, len(a) + 1)):
        dW, db, back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        out[f"W{l}"], out[f"b{l}"] = dW / m, db / m
        if l >= 2:
            delta = back * slope(a[l - 2])
    return out
