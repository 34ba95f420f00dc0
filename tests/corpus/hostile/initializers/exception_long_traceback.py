# hostile: exceptions: honest part all but initializers.normal_init
# An error with a traceback of a million frames and a hundred thousand causes.
honest = normal_init
import sys
import types


def normal_init(fan_in, fan_out, std, rng):
    frame, trace = sys._getframe(), None
    for line in range(1_000_000):
        trace = types.TracebackType(trace, frame, 0, line + 1)
    error = None
    for cause in range(100_000):
        outer = ValueError(cause)
        outer.__cause__ = outer.__context__ = error
        error = outer
    raise error.with_traceback(trace)
