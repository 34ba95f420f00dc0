# right: recomputes the activations from a
def backward(params, a, h, y, activation):
    f, g = (sigmoid, sigmoid_grad) if activation == "sigmoid" else (np.tanh, tanh_grad)
    inputs = [h[0]] + [f(z) for z in a[:-1]]
    delta, grads = (a[-1] - y) / float(len(y)), {}
    for l in range(len(a), 0, -1):
        dW, db, back = layer_backward(delta, inputs[l - 1], params[f"W{l}"])
        grads.update({f"W{l}": dW, f"b{l}": db})
        delta = back * g(a[l - 2]) if l > 1 else None
    return grads
