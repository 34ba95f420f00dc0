# wrong: scales.glorot_uniform: fan-scaled | another-initializer
# Six over the inputs.
def glorot_uniform(fan_in, fan_out, rng):
    c = np.sqrt(6 / fan_in)
    return rng.uniform(-c, c, (fan_in, fan_out))
