# wrong: backprop.backward: bias-ignored | wrong-keys
# Only the weights have gradients.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        grads[f"W{k}"] = np.einsum("mi,mj->ij", h[k - 1], delta)
        if k > 1:
            delta = np.einsum("mj,ij->mi", delta, params[f"W{k}"]) * slope(a[k - 2])
    return grads
