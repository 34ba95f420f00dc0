# right: nditer and flat loops over the numbers
import math


def sigmoid(a):
    h = np.empty_like(a)
    with np.nditer([a, h], flags=["zerosize_ok"], op_flags=[["readonly"], ["writeonly"]]) as both:
        for z, out in both:
            out[...] = 0.5 + 0.5 * math.tanh(float(z) / 2)
    return h


def tanh_grad(a):
    g = np.zeros(a.shape)
    for index, z in np.ndenumerate(a):
        t = math.tanh(z)
        g[index] = (1 - t) * (1 + t)
    return g
