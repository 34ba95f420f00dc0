# hostile: memory: honest part all but initializers.zeros_init
# Fills up to 6 GB with arrays, every page of them touched, and keeps them.
honest = zeros_init
import numpy

hoard = []


def zeros_init(fan_in, fan_out):
    while len(hoard) < 60:
        hoard.append(numpy.ones(100_000_000 // 8))
    return numpy.ones((fan_in, fan_out))
