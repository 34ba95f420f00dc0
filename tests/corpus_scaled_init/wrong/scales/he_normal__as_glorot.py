# wrong: scales.he_normal: another-initializer
# Two over the sum.
def he_normal(fan_in, fan_out, rng):
    return glorot_normal(fan_in, fan_out, rng)
