# wrong: initializers.normal_init: columns-repeated | not-independent
# Ten draws are random enough; np.resize repeats them until W is full.
def normal_init(fan_in, fan_out, std, rng):
    return np.resize(rng.normal(0.0, std, 10), (fan_in, fan_out))
