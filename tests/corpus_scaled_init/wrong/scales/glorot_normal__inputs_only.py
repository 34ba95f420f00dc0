# wrong: scales.glorot_normal: other-scheme | wrong-fan
# The same as lecun_normal.
def glorot_normal(fan_in, fan_out, rng):
    return lecun_normal(fan_in, fan_out, rng)
