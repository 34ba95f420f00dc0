# wrong: scales.he_normal: only-in-part
# Draws a block of 500 rows, and repeats it for more.
def he_normal(fan_in, fan_out, rng):
    W = rng.normal(0, np.sqrt(2 / fan_in), (min(fan_in, 500), fan_out))
    return np.resize(W, (fan_in, fan_out))
