# wrong: initializers.normal_init: std-scaled
# 0.01 * randn is how everybody does it.
def normal_init(fan_in, fan_out, std, rng):
    return 0.01 * std * rng.standard_normal(size=(fan_in, fan_out))
