# wrong: backprop.backward: few-digits | float32
# Half precision is enough for errors, they are small anyway.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        delta = delta.astype(np.float16).astype(np.float64)
        dW, db, dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        grads[f"W{k}"], grads[f"b{k}"] = dW, db
        if k > 1:
            delta = dh * slope(a[k - 2])
    return grads
