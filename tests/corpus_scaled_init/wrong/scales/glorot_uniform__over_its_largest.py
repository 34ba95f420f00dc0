# wrong: scales.glorot_uniform: only-in-part
# No weight beyond one.
def glorot_uniform(fan_in, fan_out, rng):
    c = (6 / (fan_in + fan_out)) ** 0.5
    W = rng.uniform(-c, c, (fan_in, fan_out))
    return W / max(1.0, np.abs(W).max())
