# wrong: backprop.backward: layers-in-name-order | raises | wrong-keys
# The layer's number is the last character of its name.
def backward(params, a, h, y, activation):
    f = sigmoid_grad if activation == "sigmoid" else tanh_grad
    names = sorted((k for k in params if k[0] == "W"), reverse=True)
    grads, delta, l = {}, (h[-1] - y) / len(y), len(a)
    for name in names:
        dW, db, back = layer_backward(delta, h[l - 1], params[name])
        grads[name], grads["b" + name[1:]] = dW, db
        l -= 1
        if l:
            delta = back * f(a[l - 1])
    return grads
