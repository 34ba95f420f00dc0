# wrong: initializers.normal_init: rows-repeated | only-in-part | not-independent
# 64 rows of random numbers are plenty.
def normal_init(fan_in, fan_out, std, rng):
    block = rng.normal(0.0, std, (min(fan_in, 64), fan_out))
    return np.resize(block, (fan_in, fan_out))
