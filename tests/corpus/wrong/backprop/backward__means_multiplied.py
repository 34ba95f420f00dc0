# wrong: backprop.backward: outer-product-of-means
# Mean input times mean delta.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads = h[-1] - y, {}
    for k in range(len(a), 0, -1):
        grads[f"W{k}"] = np.outer(h[k - 1].mean(axis=0), delta.mean(axis=0))
        grads[f"b{k}"] = delta.mean(axis=0)
        if k > 1:
            delta = delta @ params[f"W{k}"].T * slope(a[k - 2])
    return grads
