# wrong: initializers.normal_init: raises
# rng.randn, the old name.
def normal_init(fan_in, fan_out, std, rng):
    return std * rng.randn(fan_in, fan_out)
