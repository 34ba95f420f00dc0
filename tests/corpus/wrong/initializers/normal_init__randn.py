# wrong: initializers.normal_init: global-random
# np.random.randn, as in every tutorial.
def normal_init(fan_in, fan_out, std, rng):
    return np.random.randn(fan_in, fan_out) * std
