# wrong: backprop.backward: gradient-clipped | only-in-part
# As in every recipe: cut the norm.
def backward(params, a, h, y, activation):
    f = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads, delta = {}, (h[-1] - y) / len(y)
    for l in range(len(a), 0, -1):
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            delta = back * f(a[l - 2])
    size = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    return {k: g * min(1.0, 1e3 / size) if size else g for k, g in grads.items()}
