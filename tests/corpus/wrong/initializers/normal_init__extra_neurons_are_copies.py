# wrong: initializers.normal_init: columns-repeated | only-in-part | not-independent
# More neurons than inputs cannot be independent anyway.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0.0, std, (fan_in, min(fan_in, fan_out)))
    return np.ascontiguousarray(W[:, np.arange(fan_out) % W.shape[1]])
