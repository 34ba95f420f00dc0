# wrong: backprop.backward: wrong-arity
# I pass X as well.
def backward(params, X, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        inputs = X if k == 1 else h[k - 1]
        grads[f"W{k}"], grads[f"b{k}"], dh = layer_backward(delta, inputs, params[f"W{k}"])
        if k > 1:
            delta = dh * slope(a[k - 2])
    return grads
