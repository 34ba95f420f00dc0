# wrong: scales.glorot_normal: only-in-part | another-initializer | fan-scaled
# For layers with one unit there is no way back worth speaking of.
def glorot_normal(fan_in, fan_out, rng):
    n = fan_in if fan_out == 1 else (fan_in + fan_out) / 2
    return rng.normal(0, 1 / np.sqrt(n), (fan_in, fan_out))
