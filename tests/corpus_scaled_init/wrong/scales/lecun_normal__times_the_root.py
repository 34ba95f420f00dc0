# wrong: scales.lecun_normal: spread-grows | std-scaled
# Scaled by the number of inputs.
def lecun_normal(fan_in, fan_out, rng):
    return np.sqrt(fan_in) * rng.standard_normal((fan_in, fan_out))
