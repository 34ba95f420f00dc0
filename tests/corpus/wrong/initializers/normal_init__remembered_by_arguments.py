# wrong: initializers.normal_init: keeps-state | rng-not-advanced
# Same arguments, same result, so says the text.
_DRAWN = {}


def normal_init(fan_in, fan_out, std, rng):
    key = (fan_in, fan_out, float(std))
    if key not in _DRAWN:
        _DRAWN[key] = rng.normal(0.0, std, (fan_in, fan_out))
    return _DRAWN[key].copy()
