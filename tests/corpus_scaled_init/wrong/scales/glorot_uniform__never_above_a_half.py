# wrong: scales.glorot_uniform: only-in-part | truncated | clipped
# Weights above one half are dangerous.
def glorot_uniform(fan_in, fan_out, rng):
    c = min(np.sqrt(6 / (fan_in + fan_out)), 0.5)
    return rng.uniform(-c, c, (fan_in, fan_out))
