# right: Box-Muller with the math module, one weight a time, the second number of the pair thrown away
import math


def gauss(std, rng):
    u = rng.random()
    while u == 0.0:
        u = rng.random()
    return std * math.sqrt(-2 * math.log(u)) * math.cos(2 * math.pi * rng.random())


def normal_init(fan_in, fan_out, std, rng):
    W = np.zeros((fan_in, fan_out))
    for i in range(fan_in):
        for j in range(fan_out):
            W[i, j] = gauss(std, rng)
    return W
