# wrong: backprop.backward: clipped | only-in-part
# Beyond 12 (sigmoid) or 7 (tanh) nothing comes back.
def backward(params, a, h, y, activation):
    f = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads, delta = {}, (h[-1] - y) / len(y)
    for l in range(len(a), 0, -1):
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            edge = 12 if activation == "sigmoid" else 7
            delta = back * f(a[l - 2]) * (np.abs(a[l - 2]) < edge)
    return grads
