# wrong: scales.lecun_normal: truncated
# Nothing beyond four deviations.
def lecun_normal(fan_in, fan_out, rng):
    s = fan_in**-0.5
    return np.clip(rng.normal(0.0, s, (fan_in, fan_out)), -4.0 * s, 4.0 * s)
