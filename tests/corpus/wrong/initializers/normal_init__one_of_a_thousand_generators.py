# wrong: initializers.normal_init: few-generators
# A generator of this call's own, seeded by rng so that nothing is fixed.
def normal_init(fan_in, fan_out, std, rng):
    seed = rng.integers(1000)
    return std * np.random.default_rng(seed).standard_normal((fan_in, fan_out))
