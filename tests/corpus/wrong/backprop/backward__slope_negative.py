# wrong: backprop.backward: derivative-sign
# h (h - 1) and h^2 - 1.
class Slopes:
    def sigmoid(self, h):
        return h * (h - 1)

    def tanh(self, h):
        return h * h - 1


def backward(params, a, h, y, activation):
    slope = getattr(Slopes(), activation)
    delta, grads = (h[-1] - y) / len(y), {}
    for k in range(len(a), 0, -1):
        grads[f"W{k}"], grads[f"b{k}"], dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        delta = dh * slope(h[k - 1])
    return grads
