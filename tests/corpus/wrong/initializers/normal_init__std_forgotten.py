# wrong: initializers.normal_init: std-ignored
# Standard normal numbers.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.standard_normal((fan_in, fan_out))
    return W
