# wrong: scales.he_normal: constant-factor | std-scaled
# ReLU leaves 0.341 of the variance.
def he_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(1 / 0.341 / fan_in), (fan_in, fan_out))
