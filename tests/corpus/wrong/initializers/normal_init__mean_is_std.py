# wrong: initializers.normal_init: mean-not-zero | std-ignored
# The first argument of rng.normal must be the spread.
def normal_init(fan_in, fan_out, std, rng):
    return rng.normal(std, size=(fan_in, fan_out))
