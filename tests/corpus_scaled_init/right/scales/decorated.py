# right: a decorator gives the scale
import functools
import math


def scaled_by(variance):
    def decorate(draw):
        @functools.wraps(draw)
        def weights(fan_in, fan_out, rng):
            return math.sqrt(variance(fan_in, fan_out)) * draw(fan_in, fan_out, rng)

        return weights

    return decorate


@scaled_by(lambda n, k: 1 / n)
def lecun_normal(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out))


@scaled_by(lambda n, k: 2 / (n + k))
def glorot_normal(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out))


@scaled_by(lambda n, k: 6 / (n + k))
def glorot_uniform(fan_in, fan_out, rng):
    return rng.uniform(-1, 1, (fan_in, fan_out))


@scaled_by(lambda n, k: 2 / n)
def he_normal(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out))
