# right: a generator of its own, seeded by two halves that are each too small, after numbers that are left out
def normal_init(fan_in, fan_out, std, rng):
    rng.normal(size=3)
    own = np.random.default_rng(rng.integers(2**31, size=2))
    return own.normal(0.0, std, (fan_in, fan_out))
