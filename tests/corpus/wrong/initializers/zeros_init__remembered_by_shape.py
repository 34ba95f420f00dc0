# wrong: initializers.zeros_init: returns-shared-array | keeps-state
# The same zeros again and again: computing them once is enough.
from functools import lru_cache


@lru_cache(maxsize=None)
def _zeros(fan_in, fan_out):
    return np.zeros((fan_in, fan_out))


def zeros_init(fan_in, fan_out):
    return _zeros(fan_in, fan_out)
