# right: math.exp on every entry of the flat iterator
import math


def sigmoid(a):
    h = np.zeros(np.shape(a))
    for k, x in np.ndenumerate(a):
        try:
            h[k] = 1.0 / (1.0 + math.exp(-x))
        except OverflowError:
            h[k] = 0.0
    return h
