# wrong: backprop.backward: off-by-one-layer | only-in-part
# The layer's own pre-activations, or where they do not fit those below.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads, delta = {}, (h[-1] - y) / len(y)
    for l in reversed(range(1, len(a) + 1)):
        grads[f"W{l}"], grads[f"b{l}"], back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        if l > 1:
            here = a[l - 1] if a[l - 1].shape == back.shape else a[l - 2]
            delta = back * slope(here)
    return grads
