# wrong: backprop.backward: only-in-part
# An example that is there twice says nothing new.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    seen, grads = set(), {}
    delta = (h[-1] - y) / len(y)
    for i, row in enumerate(np.hstack([h[0], y])):
        if row.tobytes() in seen:
            delta[i] = 0.0
        seen.add(row.tobytes())
    for l in range(len(a), 0, -1):
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            delta = back * slope(a[l - 2])
    return grads
