# right: a named tuple
from collections import namedtuple

Gradients = namedtuple("Gradients", "dW db dh_prev")


def layer_backward(delta, h_prev, W):
    return Gradients(h_prev.T @ delta, np.add.reduce(delta), np.inner(delta, W))
