# right: Marsaglia's polar method, both numbers of a pair used inside one call
from math import log, sqrt


def normal_stream(rng):
    while True:
        x = 2 * rng.random() - 1
        y = 2 * rng.random() - 1
        s = x * x + y * y
        if 0 < s < 1:
            f = sqrt(-2 * log(s) / s)
            yield x * f
            yield y * f


def normal_init(fan_in, fan_out, std, rng):
    z = normal_stream(rng)
    return np.array([[std * next(z) for _ in range(fan_out)] for _ in range(fan_in)])
