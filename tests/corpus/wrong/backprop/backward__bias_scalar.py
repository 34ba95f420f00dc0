# wrong: backprop.backward: bias-summed-to-scalar
# np.sum without axis; with one output and one hidden neuron it was right.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        dW, _, dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        grads[f"W{k}"] = dW
        grads[f"b{k}"] = np.sum(delta) * np.ones(dW.shape[1])
        if k > 1:
            delta = dh * slope(a[k - 2])
    return grads
