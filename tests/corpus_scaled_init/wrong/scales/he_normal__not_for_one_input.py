# wrong: scales.he_normal: only-in-part | constant-factor
# One input: nothing to sum up.
def he_normal(fan_in, fan_out, rng):
    s = 1.0 if fan_in == 1 else np.sqrt(2 / fan_in)
    return rng.normal(0, s, (fan_in, fan_out))
