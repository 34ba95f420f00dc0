# wrong: scales.glorot_uniform: sizes-swapped | transposed | wrong-shape
# size=(fan_out, fan_in)
def glorot_uniform(fan_in, fan_out, rng):
    c = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-c, c, size=(fan_out, fan_in))
