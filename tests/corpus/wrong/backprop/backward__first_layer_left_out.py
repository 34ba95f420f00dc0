# wrong: backprop.backward: stops-early
# range(L, 1, -1) ends at 2.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads = {name: np.zeros(value.shape) for name, value in params.items()}
    delta = (h[-1] - y) / len(y)
    for k in range(len(a), 1, -1):
        grads[f"W{k}"], grads[f"b{k}"], dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        delta = dh * slope(a[k - 2])
    return grads
