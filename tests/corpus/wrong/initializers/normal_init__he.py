# wrong: initializers.normal_init: fan-scaled
# He initialisation.
def normal_init(fan_in, fan_out, std, rng):
    scale = std * (2.0 / fan_in) ** 0.5
    return scale * rng.standard_normal((fan_in, fan_out))
