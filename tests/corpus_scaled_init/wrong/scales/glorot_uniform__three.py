# wrong: scales.glorot_uniform: constant-factor | std-scaled
# Root of three over the sum.
def glorot_uniform(fan_in, fan_out, rng):
    c = np.sqrt(3 / (fan_in + fan_out))
    return rng.uniform(-c, c, (fan_in, fan_out))
