# right: every layer of the way back asks forward once more for what it needs
def backward(params, a, h, y, activation):
    grads, L = {}, len(a)
    delta = (forward(params, h[0], activation)[1][-1] - y) / len(y)
    for k in range(L, 0, -1):
        before, after = forward(params, h[0], activation)
        dW, db, dh = layer_backward(delta, after[k - 1], params[f"W{k}"])
        grads[f"W{k}"], grads[f"b{k}"] = dW, db
        if k > 1:
            delta = dh * (sigmoid_grad if activation == "sigmoid" else tanh_grad)(before[k - 2])
    return grads
