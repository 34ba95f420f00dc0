# wrong: backprop.backward: constant-factor
# Already times the learning rate.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    learning_rate, grads = 0.1, {}
    delta = (h[-1] - y) / len(y)
    for k in range(len(a), 0, -1):
        dW, db, dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        grads[f"W{k}"], grads[f"b{k}"] = learning_rate * dW, learning_rate * db
        if k > 1:
            delta = dh * slope(a[k - 2])
    return grads
