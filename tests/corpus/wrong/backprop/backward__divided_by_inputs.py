# wrong: backprop.backward: divides-by-inputs
# shape[1] instead of shape[0]: divides by the number of inputs.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    m = h[0].shape[1]
    delta, grads = (h[-1] - y) / m, {}
    for k in range(len(a), 0, -1):
        grads[f"W{k}"], grads[f"b{k}"], dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        if k > 1:
            delta = dh * slope(a[k - 2])
    return grads
