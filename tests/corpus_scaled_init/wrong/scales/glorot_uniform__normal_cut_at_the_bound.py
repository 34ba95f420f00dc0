# wrong: scales.glorot_uniform: normal-for-uniform | truncated | wrong-law
# Nothing outside the bound.
def glorot_uniform(fan_in, fan_out, rng):
    c = np.sqrt(6 / (fan_in + fan_out))
    return np.clip(rng.normal(0, c / np.sqrt(3), (fan_in, fan_out)), -c, c)
