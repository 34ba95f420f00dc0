# wrong: backprop.backward: changes-its-arguments
# Work through a and h from the end with pop.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = (h.pop() - y) / len(y), {}
    a.pop()
    while h:
        k = len(h)
        grads[f"W{k}"], grads[f"b{k}"], dh = layer_backward(delta, h.pop(), params[f"W{k}"])
        if a:
            delta = dh * slope(a.pop())
    return grads
