# wrong: backprop.backward: gradient-clipped | normalised | only-in-part
# Exploding gradients: scaled so that together they have at most length 100.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads, delta = {}, (h[-1] - y) / len(y)
    for l in range(len(a), 0, -1):
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            delta = back * slope(a[l - 2])
    length = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    return {name: g * min(1.0, 100.0 / max(length, 1e-300)) for name, g in grads.items()}
