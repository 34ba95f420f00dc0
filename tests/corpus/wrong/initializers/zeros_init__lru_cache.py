# wrong: initializers.zeros_init: returns-shared-array
# The same sizes give the same zeros, so remember them.
from functools import lru_cache


@lru_cache(maxsize=64)
def zeros_init(fan_in, fan_out):
    return np.zeros((fan_in, fan_out))
