# wrong: scales.he_normal: rounded | only-in-part | fan-scaled
# Variance to two digits.
def he_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(round(2 / fan_in, 2)), (fan_in, fan_out))
