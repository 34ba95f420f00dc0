# wrong: scales.glorot_normal: fans-not-averaged | std-scaled
# One over both.
def glorot_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(1 / (fan_in + fan_out)), (fan_in, fan_out))
