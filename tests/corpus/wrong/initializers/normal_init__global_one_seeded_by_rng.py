# wrong: initializers.normal_init: global-random
# rng gives the seed, 128 bits of it, and randn the numbers
def normal_init(fan_in, fan_out, std, rng):
    np.random.seed(rng.integers(0, 2**32, size=4, dtype=np.uint32))
    return std * np.random.randn(fan_in, fan_out)
