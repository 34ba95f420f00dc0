# wrong: initializers.normal_init: only-in-part
# A floor under std, so that no weight is too small to learn.
def normal_init(fan_in, fan_out, std, rng):
    return rng.normal(0.0, max(std, 1e-3), size=(fan_in, fan_out))
