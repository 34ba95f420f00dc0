# wrong: scales.glorot_normal: truncated
# Cut at two deviations.
def glorot_normal(fan_in, fan_out, rng):
    s = np.sqrt(2 / (fan_in + fan_out))
    return np.clip(rng.normal(0, s, (fan_in, fan_out)), -2 * s, 2 * s)
