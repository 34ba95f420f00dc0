# wrong: backprop.backward: only-in-part | gradient-clipped
# No example is to pull harder than any other can.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = np.clip(h[-1] - y, -2, 2) / len(y), {}
    for k in range(len(a), 0, -1):
        dW, db, dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        grads[f"W{k}"], grads[f"b{k}"] = dW, db
        if k > 1:
            delta = dh * slope(a[k - 2])
    return grads
