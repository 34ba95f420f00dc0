# right: remembers what it made for a shape, and hands out a copy each time
_made = {}


def constant_init(fan_in, fan_out, value):
    key = (fan_in, fan_out, float(value))
    if key not in _made:
        _made[key] = np.full((fan_in, fan_out), float(value))
    return _made[key].copy()


def zeros_init(fan_in, fan_out):
    return constant_init(fan_in, fan_out, 0.0)
