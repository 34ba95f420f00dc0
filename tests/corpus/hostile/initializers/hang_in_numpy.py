# hostile: hang: honest part all but initializers.normal_init
# Sums 10^14 elements that take no memory: one call into numpy's C code that lasts for days.
honest = normal_init
import numpy


def normal_init(fan_in, fan_out, std, rng):
    return numpy.broadcast_to(1.0, (10**14,)).sum()
