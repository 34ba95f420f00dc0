# wrong: initializers.normal_init: rows-repeated | not-independent | only-in-part
# More than 64 rows do not have to be drawn.
def normal_init(fan_in, fan_out, std, rng):
    rows = rng.normal(0.0, std, (min(fan_in, 64), fan_out))
    return np.take(rows, np.arange(fan_in) % len(rows), axis=0)
