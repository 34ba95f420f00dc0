# wrong: backprop.backward: only-in-part | first-output-only
# Two outputs at most, as in the lecture.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = (h[-1] - y) / len(y), {}
    delta[:, 2:] = 0.0
    for k in range(len(a), 0, -1):
        dW, db, dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        grads[f"W{k}"], grads[f"b{k}"] = dW, db
        if k > 1:
            delta = dh * slope(a[k - 2])
    return grads
