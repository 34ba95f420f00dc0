# wrong: scales.glorot_uniform: std-scaled
# Leaves a hundredth of the interval out at either end.
def glorot_uniform(fan_in, fan_out, rng):
    c = 0.99 * np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-c, c, (fan_in, fan_out))
