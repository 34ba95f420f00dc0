# wrong: backprop.backward: keeps-state | raises
# grads={} in the argument list: the second call adds to the first.
def backward(params, a, h, y, activation, grads={}):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta = (h[-1] - y) / len(y)
    for k in range(len(a), 0, -1):
        dW, db, dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        grads[f"W{k}"] = grads.get(f"W{k}", 0) + dW
        grads[f"b{k}"] = grads.get(f"b{k}", 0) + db
        if k > 1:
            delta = dh * slope(a[k - 2])
    return dict(grads)
