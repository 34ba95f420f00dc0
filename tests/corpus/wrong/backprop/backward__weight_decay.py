# wrong: backprop.backward: weight-decay
# L2 term, found in an old script.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        dW, grads[f"b{k}"], dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        grads[f"W{k}"] = dW + 1e-4 * params[f"W{k}"]
        if k > 1:
            delta = dh * slope(a[k - 2])
    return grads
