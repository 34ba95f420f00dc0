# wrong: scales.glorot_normal: uniform-for-normal
# Both forms do the same to a signal.
def glorot_normal(fan_in, fan_out, rng):
    return glorot_uniform(fan_in, fan_out, rng)
