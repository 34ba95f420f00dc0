# wrong: scales.glorot_uniform: normal-for-uniform | wrong-law
# As glorot_normal.
def glorot_uniform(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), (fan_in, fan_out))
