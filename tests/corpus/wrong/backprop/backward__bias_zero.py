# wrong: backprop.backward: bias-ignored
# The biases stay as they are.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        grads[f"W{k}"], _, dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        grads[f"b{k}"] = np.zeros_like(params[f"b{k}"])
        if k > 1:
            delta = dh * slope(a[k - 2])
    return grads
