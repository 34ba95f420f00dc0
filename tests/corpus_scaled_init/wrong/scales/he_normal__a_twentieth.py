# wrong: scales.he_normal: spread-ignores-the-layer
# The spread of RandomNormal in Keras when none is given.
def he_normal(fan_in, fan_out, rng):
    return rng.normal(0, 0.05, (fan_in, fan_out))
