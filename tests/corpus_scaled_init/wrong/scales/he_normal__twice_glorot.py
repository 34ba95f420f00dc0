# wrong: scales.he_normal: fans-not-averaged | fan-scaled | std-scaled
# Twice the variance of Glorot.
def he_normal(fan_in, fan_out, rng):
    return np.sqrt(2) * glorot_normal(fan_in, fan_out, rng)
