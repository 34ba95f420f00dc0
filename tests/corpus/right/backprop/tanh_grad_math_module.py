# right: pure Python over a flat list
import math


def tanh_grad(a):
    flat = [1.0 - math.tanh(x) ** 2 for x in np.ravel(a).tolist()]
    return np.array(flat, dtype=np.float64).reshape(np.shape(a))
