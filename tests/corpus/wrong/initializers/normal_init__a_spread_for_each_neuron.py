# wrong: initializers.normal_init: spread-differs | wrong-law
# Neurons should differ, so some are bolder than others; on average it is std.
def normal_init(fan_in, fan_out, std, rng):
    own = std * np.sqrt(rng.uniform(0.5, 1.5, size=fan_out))
    return own * rng.standard_normal((fan_in, fan_out))
