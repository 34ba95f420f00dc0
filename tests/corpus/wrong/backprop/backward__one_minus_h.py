# wrong: backprop.backward: one-minus-activation
# Only half of the formula.
def backward(params, a, h, y, activation):
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        grads[f"W{k}"], grads[f"b{k}"], dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        delta = dh * (1 - h[k - 1])
    return grads
