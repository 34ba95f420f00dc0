# hostile: memory: honest part all but initializers.constant_init
# Hands in 400 MB where a small matrix was asked for, hoping that somebody copies it a few times.
honest = constant_init
import numpy


def constant_init(fan_in, fan_out, value):
    return numpy.full((50_000, 1_000), value)
