# wrong: scales.he_normal: rng-not-advanced
# Put the generator back, so that the same call gives the same weights.
def he_normal(fan_in, fan_out, rng):
    state = rng.bit_generator.state
    W = rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))
    rng.bit_generator.state = state
    return W
