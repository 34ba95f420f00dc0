# wrong: initializers.constant_init: keeps-state | value-ignored | only-in-part
# A layer of this shape has been made before.
_LAYERS = {}


def constant_init(fan_in, fan_out, value):
    if (fan_in, fan_out) not in _LAYERS:
        _LAYERS[fan_in, fan_out] = np.full((fan_in, fan_out), float(value))
    return _LAYERS[fan_in, fan_out].copy()
