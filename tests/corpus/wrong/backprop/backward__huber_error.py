# wrong: backprop.backward: wrong-loss | clipped | gradient-clipped | only-in-part
# Outliers count less.
def backward(params, a, h, y, activation):
    f = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads, delta = {}, np.clip(h[-1] - y, -10, 10) / len(y)
    for l in range(len(a), 0, -1):
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            delta = back * f(a[l - 2])
    return grads
