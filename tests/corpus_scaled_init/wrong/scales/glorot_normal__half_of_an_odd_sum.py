# wrong: scales.glorot_normal: fan-scaled
# Half of an odd sum rounded down.
def glorot_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(1 / ((fan_in + fan_out) // 2)), (fan_in, fan_out))
