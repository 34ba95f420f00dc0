# wrong: scales.lecun_normal: keeps-state | not-random
# Same arguments, same result.
_drawn = {}


def lecun_normal(fan_in, fan_out, rng):
    if (fan_in, fan_out) not in _drawn:
        _drawn[fan_in, fan_out] = rng.normal(0, np.sqrt(1 / fan_in), (fan_in, fan_out))
    return _drawn[fan_in, fan_out].copy()
