# right: examples are columns inside
def backward(params, a, h, y, activation):
    A, H = [z.T for z in a], [z.T for z in h]
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads, D = {}, (H[-1] - y.T) / y.shape[0]
    for l in range(len(A), 0, -1):
        grads[f"W{l}"] = (D @ H[l - 1].T).T
        grads[f"b{l}"] = D.sum(axis=1)
        if l > 1:
            D = (params[f"W{l}"] @ D) * slope(A[l - 2])
    return grads
