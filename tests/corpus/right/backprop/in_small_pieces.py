# right: the gradient over all examples, collected five rows at a time
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    m = y.shape[0]
    grads = {}
    for l in range(1, len(a) + 1):
        grads["W" + str(l)] = np.zeros(params["W" + str(l)].shape)
        grads["b" + str(l)] = np.zeros(params["b" + str(l)].shape)
    for start in range(0, m, 5):
        rows = slice(start, start + 5)
        delta = (h[-1][rows] - y[rows]) / m
        for l in range(len(a), 0, -1):
            dW, db, dh = layer_backward(delta, h[l - 1][rows], params["W" + str(l)])
            grads["W" + str(l)] += dW
            grads["b" + str(l)] += db
            if l > 1:
                delta = dh * slope(a[l - 2][rows])
    return grads
