# wrong: scales.glorot_normal: spread-differs | not-independent
# Box and Muller's way with one radius for each unit.
def glorot_normal(fan_in, fan_out, rng):
    u, v = rng.random(fan_out), rng.random((fan_in, fan_out))
    return np.sqrt(-2 * np.log(1 - u)) * np.cos(2 * np.pi * v) * np.sqrt(2 / (fan_in + fan_out))
