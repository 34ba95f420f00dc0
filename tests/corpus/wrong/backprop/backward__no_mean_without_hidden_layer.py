# wrong: backprop.backward: no-mean-over-examples | only-in-part
# Linear regression by its textbook formula.
def backward(params, a, h, y, activation):
    if len(a) == 1:
        return {"W1": h[0].T @ (h[1] - y), "b1": (h[1] - y).sum(axis=0)}
    f = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads, delta = {}, (h[-1] - y) / len(y)
    for l in range(len(a), 0, -1):
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            delta = back * f(a[l - 2])
    return grads
