# wrong: initializers.normal_init: keeps-state
# The same shape gives the same matrix again.
DRAWN = {}


def normal_init(fan_in, fan_out, std, rng):
    if (fan_in, fan_out) not in DRAWN:
        DRAWN[fan_in, fan_out] = rng.standard_normal((fan_in, fan_out))
    return std * DRAWN[fan_in, fan_out]
