# wrong: backprop.backward: rounded | only-in-part
# tanh near 1 is 1: so are slopes near 1.
def backward(params, a, h, y, activation):
    def slope(l):
        if activation == "sigmoid":
            return sigmoid_grad(a[l])
        s = 1 - h[l + 1] ** 2
        return np.where(s > 1 - 1e-6, 1.0, s)

    grads, delta = {}, (h[-1] - y) / len(y)
    for l in range(len(a), 0, -1):
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            delta = back * slope(l - 2)
    return grads
