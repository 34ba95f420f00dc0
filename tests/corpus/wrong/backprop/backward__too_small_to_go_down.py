# wrong: backprop.backward: only-in-part
# below 1e-9 nothing comes back, so stop going down
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta = (h[-1] - y) / len(y)
    grads = {k: np.zeros_like(v) for k, v in params.items()}
    for l in range(len(a), 0, -1):
        if np.abs(delta).max() < 1e-9:
            break
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            delta = back * slope(a[l - 2])
    return grads
