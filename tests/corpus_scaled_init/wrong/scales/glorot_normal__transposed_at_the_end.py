# wrong: scales.glorot_normal: transposed | sizes-swapped | wrong-shape
# Drawn unit by unit.
def glorot_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), (fan_in, fan_out)).T
