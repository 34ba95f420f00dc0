# wrong: backprop.backward: broadcast-m-by-m | wrong-shape | raises
# y.ravel(), because the targets are one number each.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    error = h[-1] - y.ravel()
    delta, grads = error.sum(axis=1, keepdims=True) / len(y), {}
    for k in range(len(a), 0, -1):
        grads[f"W{k}"], grads[f"b{k}"], dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        if k > 1:
            delta = dh * slope(a[k - 2])
    return grads
