# wrong: initializers.normal_init: few-generators
# A generator of our own, with a seed from rng.
def normal_init(fan_in, fan_out, std, rng):
    own = np.random.default_rng(rng.integers(0, 2**31 - 1))
    return own.normal(0.0, std, (fan_in, fan_out))
