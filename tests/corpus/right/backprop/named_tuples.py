# right: named tuples for everything that is returned in pairs or triples
from collections import namedtuple
from typing import NamedTuple

LayerGradients = namedtuple("LayerGradients", "dW db dh_prev")


class Pass(NamedTuple):
    a: list
    h: list


def forward(params, X, activation):
    squash = {"sigmoid": sigmoid, "tanh": np.tanh}[activation]
    result = Pass([], [X])
    L = max(int(k[1:]) for k in params)
    for l in range(1, L + 1):
        z = layer_forward(result.h[-1], params[f"W{l}"], params[f"b{l}"])
        result.a.append(z)
        result.h.append(squash(z) if l < L else z)
    return result


def layer_backward(delta, h_prev, W):
    return LayerGradients(dh_prev=delta.dot(W.T), db=delta.sum(0), dW=h_prev.T.dot(delta))
