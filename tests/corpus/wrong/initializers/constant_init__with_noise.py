# wrong: initializers.constant_init: not-constant
# A bit of noise so that the neurons can learn.
def constant_init(fan_in, fan_out, value):
    noise = np.random.default_rng(0).normal(0, 1e-3, (fan_in, fan_out))
    return value + noise
