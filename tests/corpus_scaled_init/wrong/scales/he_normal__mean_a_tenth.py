# wrong: scales.he_normal: mean-not-zero
# A little above zero, so that no unit is dead.
def he_normal(fan_in, fan_out, rng):
    s = np.sqrt(2 / fan_in)
    return rng.normal(0.2 * s, s, (fan_in, fan_out))
