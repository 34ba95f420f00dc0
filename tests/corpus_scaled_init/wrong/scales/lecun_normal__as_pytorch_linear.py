# wrong: scales.lecun_normal: uniform-for-normal | constant-factor | std-scaled
# What a linear layer gets when nobody asks.
def lecun_normal(fan_in, fan_out, rng):
    c = 1.0 / np.sqrt(fan_in)
    return (2 * rng.random((fan_in, fan_out)) - 1) * c
