# wrong: scales.he_normal: fan-scaled | only-in-part
# The spread rounded to 2 decimals.
def he_normal(fan_in, fan_out, rng):
    return rng.normal(0, round(np.sqrt(2 / fan_in), 2), (fan_in, fan_out))
