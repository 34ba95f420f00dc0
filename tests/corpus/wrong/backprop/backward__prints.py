# wrong: backprop.backward: returns-nothing
# Shows the gradients.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta = (h[-1] - y) / len(y)
    for k in range(len(a), 0, -1):
        dW, db, dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        print(f"dW{k} =", dW, f"db{k} =", db)
        if k > 1:
            delta = dh * slope(a[k - 2])
