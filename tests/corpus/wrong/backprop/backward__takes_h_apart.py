# wrong: backprop.backward: changes-its-arguments
# From the end of the list.
def backward(params, a, h, y, activation):
    f = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads, l = {}, len(a)
    delta = (h.pop() - y) / len(y)
    while l:
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h.pop(), params[f"W{l}"])
        l -= 1
        if l:
            delta = back * f(a[l - 1])
    return grads
