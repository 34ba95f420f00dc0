# wrong: backprop.backward: derivative-on-output
# The output layer gets its derivative like all the others.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads, dh = {}, (h[-1] - y) / len(y)
    for k in range(len(a), 0, -1):
        delta = dh * slope(a[k - 1])
        grads[f"W{k}"], grads[f"b{k}"], dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
    return grads
