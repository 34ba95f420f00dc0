# wrong: scales.glorot_uniform: another-initializer | fan-scaled
# Three over the inputs.
def glorot_uniform(fan_in, fan_out, rng):
    c = (3 / fan_in) ** 0.5
    return rng.uniform(-c, c, size=(fan_in, fan_out))
