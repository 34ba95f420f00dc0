# wrong: backprop.backward: overflows | not-finite
# The slopes written with exponentials; nan where the neuron is saturated.
def backward(params, a, h, y, activation):
    def slope(z):
        if activation == "sigmoid":
            return np.exp(z) / (1 + np.exp(z)) ** 2
        return 4 * np.exp(2 * z) / (np.exp(2 * z) + 1) ** 2

    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        grads[f"W{k}"], grads[f"b{k}"], dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        if k > 1:
            delta = dh * slope(a[k - 2])
    return grads
