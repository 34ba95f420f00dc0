# wrong: backprop.backward: derivative-missing
# Pass the delta through the weights, that is all.
def backward(params, a, h, y, activation):
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        grads[f"W{k}"], grads[f"b{k}"], delta = layer_backward(delta, h[k - 1], params[f"W{k}"])
    return grads
