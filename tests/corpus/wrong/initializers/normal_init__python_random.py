# wrong: initializers.normal_init: global-random
# random.gauss from the standard library.
import random


def normal_init(fan_in, fan_out, std, rng):
    return np.array([[random.gauss(0, std) for _ in range(fan_out)] for _ in range(fan_in)])
