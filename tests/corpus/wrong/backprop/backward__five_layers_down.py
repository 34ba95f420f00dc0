# wrong: backprop.backward: stops-early | first-layer-forgotten | only-in-part
# Deeper down nothing arrives anyway.
def backward(params, a, h, y, activation):
    f = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads = {name: np.zeros_like(p) for name, p in params.items()}
    delta = (h[-1] - y) / len(y)
    for l in range(len(a), max(0, len(a) - 5), -1):
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            delta = back * f(a[l - 2])
    return grads
