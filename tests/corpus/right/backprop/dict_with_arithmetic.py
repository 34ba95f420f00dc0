# right: a dict subclass that can be scaled and subtracted; the update is one line of algebra
from collections import OrderedDict


class Vec(dict):
    def __rmul__(self, c):
        return Vec({k: c * v for k, v in self.items()})

    def __sub__(self, other):
        return Vec({k: v - other[k] for k, v in self.items()})


def sgd_step(params, grads, learning_rate):
    return Vec(params) - learning_rate * Vec(grads)


def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    grads = OrderedDict()
    delta = (h[-1] - y) / len(y)
    for l in range(len(a), 0, -1):
        for name, g in (("b", delta.sum(axis=0)), ("W", h[l - 1].T @ delta)):
            grads[f"{name}{l}"] = g
            grads.move_to_end(f"{name}{l}", last=False)
        if l > 1:
            delta = delta @ params[f"W{l}"].T * slope(a[l - 2])
    return grads
