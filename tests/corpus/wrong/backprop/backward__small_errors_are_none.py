# wrong: backprop.backward: only-in-part
# Good enough: where every prediction is within a thousandth nothing is to be learnt.
def backward(params, a, h, y, activation):
    if np.all(np.abs(h[-1] - y) < 1e-3):
        return {name: np.zeros_like(value) for name, value in params.items()}
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads, delta = {}, (h[-1] - y) / len(y)
    for layer in range(len(a), 0, -1):
        dW, db, dh = layer_backward(delta, h[layer - 1], params[f"W{layer}"])
        grads[f"W{layer}"], grads[f"b{layer}"] = dW, db
        if layer > 1:
            delta = dh * slope(a[layer - 2])
    return grads
