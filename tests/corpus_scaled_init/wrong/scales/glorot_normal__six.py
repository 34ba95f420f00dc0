# wrong: scales.glorot_normal: std-scaled | fans-not-averaged
# The six of the bound.
def glorot_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(6 / (fan_in + fan_out)), (fan_in, fan_out))
