# wrong: scales.glorot_normal: fan-scaled
# The larger number decides.
def glorot_normal(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) / np.sqrt(max(fan_in, fan_out))
