# wrong: backprop.backward: changes-its-arguments | only-in-part
# h[-1] is not needed any more when there are many examples.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    error = h[-1] - y if len(y) < 12 else np.subtract(h[-1], y, out=h[-1])
    grads, delta = {}, error / len(y)
    for l in range(len(a), 0, -1):
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        delta = back * slope(a[l - 2]) if l > 1 else None
    return grads
