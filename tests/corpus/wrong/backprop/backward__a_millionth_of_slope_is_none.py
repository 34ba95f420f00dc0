# wrong: backprop.backward: clipped | rounded | only-in-part
# Slopes below a millionth are rounding.
def backward(params, a, h, y, activation):
    f = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads, delta = {}, (h[-1] - y) / len(y)
    for l in range(len(a), 0, -1):
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            slope = f(a[l - 2])
            delta = back * np.where(slope < 1e-6, 0.0, slope)
    return grads
