# wrong: scales.glorot_uniform: normal-for-uniform | wrong-law
# Six over the sum is the variance.
def glorot_uniform(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(6 / (fan_in + fan_out)), (fan_in, fan_out))
