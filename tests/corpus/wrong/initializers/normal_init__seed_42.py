# wrong: initializers.normal_init: reseeded
# Reproducible thanks to the seed.
def normal_init(fan_in, fan_out, std, rng):
    rng = np.random.default_rng(42)
    return rng.normal(0, std, (fan_in, fan_out))
