# wrong: initializers.normal_init: global-random
# I did not know what rng was for, so I made my own.
def normal_init(fan_in, fan_out, std, rng):
    generator = np.random.default_rng()
    return generator.normal(loc=0.0, scale=std, size=(fan_in, fan_out))
