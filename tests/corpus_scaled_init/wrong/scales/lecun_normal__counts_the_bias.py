# wrong: scales.lecun_normal: fan-scaled
# The bias is an input as well.
def lecun_normal(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) / np.sqrt(fan_in + 1)
