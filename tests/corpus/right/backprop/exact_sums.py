# right: math.fsum for all sums
from math import fsum


def layer_forward(h_prev, W, b):
    columns = W.T
    return np.array([[fsum([*(row * w), bias]) for w, bias in zip(columns, b)] for row in h_prev])


def layer_backward(delta, h_prev, W):
    dW = [[fsum(u * v) for v in delta.T] for u in h_prev.T]
    db = [fsum(v) for v in delta.T]
    dh_prev = [[fsum(d * w) for w in W] for d in delta]
    return np.array(dW), np.array(db), np.array(dh_prev)
