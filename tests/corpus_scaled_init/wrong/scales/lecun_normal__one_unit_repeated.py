# wrong: scales.lecun_normal: columns-repeated
# One column, broadcast over the units.
def lecun_normal(fan_in, fan_out, rng):
    column = rng.normal(0, np.sqrt(1 / fan_in), (fan_in, 1))
    return column * np.ones((1, fan_out))
