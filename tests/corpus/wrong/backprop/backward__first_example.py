# wrong: backprop.backward: first-example-only
# Stochastic gradient: one example is enough.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    a, h, y = [z[:1] for z in a], [z[:1] for z in h], y[:1]
    delta, grads = h[-1] - y, {}
    for k in range(len(a), 0, -1):
        grads[f"W{k}"], grads[f"b{k}"], dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        if k > 1:
            delta = dh * slope(a[k - 2])
    return grads
