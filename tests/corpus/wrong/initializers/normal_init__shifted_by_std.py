# wrong: initializers.normal_init: mean-not-zero
# Shifted so that fewer weights are negative.
def normal_init(fan_in, fan_out, std, rng):
    return std + std * rng.standard_normal((fan_in, fan_out))
