# wrong: initializers.constant_init: keeps-state | value-ignored
# A matrix of this shape is there already.
from functools import lru_cache

_value = {}


@lru_cache(maxsize=None)
def _filled(fan_in, fan_out):
    return np.full((fan_in, fan_out), _value["now"], dtype=np.float64)


def constant_init(fan_in, fan_out, value):
    _value["now"] = value
    return _filled(fan_in, fan_out).copy()
