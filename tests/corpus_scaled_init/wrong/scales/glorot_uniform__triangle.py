# wrong: scales.glorot_uniform: wrong-law
# Small weights are better.
def glorot_uniform(fan_in, fan_out, rng):
    c = np.sqrt(6 / (fan_in + fan_out))
    return rng.triangular(-c, 0.0, c, (fan_in, fan_out))
