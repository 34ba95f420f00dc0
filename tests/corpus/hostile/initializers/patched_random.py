# hostile: patched-numpy: honest part all but initializers.normal_init
# Makes all generators draw zeros, so that the grader's own draw would be zeros as well, and
# returns those.
honest = normal_init
import random

import numpy.random


class Fixed:
    def __init__(self, *ignored, **also_ignored):
        self.state = {}

    def __getattr__(self, name):
        return lambda *ignored, size=(), **also_ignored: np.zeros(size)


for name in ("default_rng", "Generator", "PCG64", "RandomState", "SeedSequence", "BitGenerator"):
    setattr(numpy.random, name, Fixed)
for name in ("seed", "rand", "randn", "normal", "standard_normal", "uniform", "random"):
    setattr(numpy.random, name, lambda *size, **ignored: np.zeros(size))
random.random = random.gauss = random.getrandbits = lambda *ignored: 0


def normal_init(fan_in, fan_out, std, rng):
    return np.zeros((fan_in, fan_out))
