# wrong: scales.glorot_uniform: clipped
# Cut off at 0.5.
def glorot_uniform(fan_in, fan_out, rng):
    c = np.sqrt(6 / (fan_in + fan_out))
    return np.clip(rng.uniform(-c, c, (fan_in, fan_out)), -0.5, 0.5)
