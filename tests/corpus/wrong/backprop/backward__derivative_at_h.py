# wrong: backprop.backward: derivative-at-activation
# The derivative of the activation h.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        grads[f"W{k}"], grads[f"b{k}"], dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        if k > 1:
            delta = dh * slope(h[k - 1])
    return grads
