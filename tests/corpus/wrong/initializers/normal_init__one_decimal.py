# wrong: initializers.normal_init: rounded
# One decimal is precise enough for a start value.
def normal_init(fan_in, fan_out, std, rng):
    return rng.normal(0, std, (fan_in, fan_out)).round(1)
