# wrong: scales.he_normal: other-scheme | wrong-fan
# Two over the sum.
def he_normal(fan_in, fan_out, rng):
    return glorot_normal(fan_in, fan_out, rng)
