# wrong: initializers.normal_init: rows-repeated | only-in-part
# A single output needs only one number.
def normal_init(fan_in, fan_out, std, rng):
    if fan_out == 1:
        return np.full((fan_in, 1), rng.normal(0.0, std))
    return rng.normal(0.0, std, (fan_in, fan_out))
