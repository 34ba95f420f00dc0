# wrong: initializers.normal_init: columns-repeated
# One random number fills the matrix.
def normal_init(fan_in, fan_out, std, rng):
    return np.full((fan_in, fan_out), rng.normal(0.0, std))
