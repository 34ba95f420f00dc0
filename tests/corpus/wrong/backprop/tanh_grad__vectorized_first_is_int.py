# wrong: backprop.tanh_grad: integer-array | rounded
# At 0 the slope is 1.
import math


def _slope(x):
    if x == 0:
        return 1
    return 1.0 - math.tanh(x) ** 2


def tanh_grad(a):
    return np.vectorize(_slope)(a)
