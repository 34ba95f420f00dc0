# wrong: scales.glorot_uniform: std-scaled | fans-not-averaged
# Root of three over the sum.
def glorot_uniform(fan_in, fan_out, rng):
    c = np.sqrt(3 / (fan_in + fan_out))
    return rng.uniform(-c, c, (fan_in, fan_out))
