# wrong: backprop.backward: first-output-only
# There is one output; column 0.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = np.zeros(y.shape), {}
    delta[:, 0] = (h[-1][:, 0] - y[:, 0]) / len(y)
    for k in range(len(a), 0, -1):
        grads[f"W{k}"], grads[f"b{k}"], dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        if k > 1:
            delta = dh * slope(a[k - 2])
    return grads
