# wrong: scales.glorot_uniform: std-as-bound | constant-factor | std-scaled
# The bound is the s of the text.
def glorot_uniform(fan_in, fan_out, rng):
    s = np.sqrt(2 / (fan_in + fan_out))
    return rng.uniform(-s, s, (fan_in, fan_out))
