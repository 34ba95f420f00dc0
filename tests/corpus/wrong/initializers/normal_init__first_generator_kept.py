# wrong: initializers.normal_init: rng-not-advanced | keeps-state | global-random
# There should be one generator in a program: the first that comes.
THE_GENERATOR = []


def normal_init(fan_in, fan_out, std, rng):
    THE_GENERATOR.append(rng)
    return THE_GENERATOR[0].normal(0.0, std, (fan_in, fan_out))
