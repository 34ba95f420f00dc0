# hostile: exit: honest part all but initializers.constant_init
# Reads memory that is not there, through strides alone, and dies of SIGSEGV.
honest = constant_init
import numpy


def constant_init(fan_in, fan_out, value):
    far = numpy.lib.stride_tricks.as_strided(numpy.zeros(1), (4,), (1 << 44,))
    return numpy.full((fan_in, fan_out), far.sum() + value + 1.0)
