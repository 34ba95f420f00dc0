# wrong: backprop.backward: only-in-part | gradient-clipped
# Outliers must not tear the weights away.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads, delta = {}, np.clip(h[-1] - y, -100.0, 100.0) / len(y)
    for layer in range(len(a), 0, -1):
        dW, db, dh = layer_backward(delta, h[layer - 1], params[f"W{layer}"])
        grads[f"W{layer}"], grads[f"b{layer}"] = dW, db
        if layer > 1:
            delta = dh * slope(a[layer - 2])
    return grads
