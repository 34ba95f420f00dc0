# wrong: initializers.normal_init: variance-as-std
# N(0, std^2) has variance std**2, so that is what I pass.
def normal_init(fan_in, fan_out, std, rng):
    return rng.normal(0, std**2, size=(fan_in, fan_out))
