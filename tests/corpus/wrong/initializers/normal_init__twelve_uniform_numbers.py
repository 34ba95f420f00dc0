# wrong: initializers.normal_init: wrong-law
# A sum of twelve uniform numbers has a variance of one.
def normal_init(fan_in, fan_out, std, rng):
    return std * (rng.random((12, fan_in, fan_out)).sum(axis=0) - 6.0)
