# wrong: backprop.backward: last-example-dropped
# range(m - 1) in the loop over the examples.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    m, L = len(y), len(a)
    grads = {name: np.zeros_like(p) for name, p in params.items()}
    for i in range(m - 1):
        d = (h[L][i] - y[i]) / m
        for k in range(L, 0, -1):
            grads[f"W{k}"] += np.outer(h[k - 1][i], d)
            grads[f"b{k}"] += d
            if k > 1:
                d = params[f"W{k}"].dot(d) * slope(a[k - 2][i])
    return grads
