# wrong: scales.he_normal: wrong-law
# A gamma law of many parts, which looks normal: skew of 0.26.
def he_normal(fan_in, fan_out, rng):
    g = rng.gamma(60.0, size=(fan_in, fan_out))
    return (g - 60.0) / np.sqrt(60.0) * np.sqrt(2 / fan_in)
