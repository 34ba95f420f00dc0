# wrong: backprop.backward: stops-early | delta-not-passed | only-in-part
# Where nothing of the error is left, going on is a waste.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads = {name: np.zeros_like(p) for name, p in params.items()}
    delta = (h[-1] - y) / y.shape[0]
    for l in range(len(a), 0, -1):
        if np.abs(delta).max() < 1e-10:
            break
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            delta = back * slope(a[l - 2])
    return grads
