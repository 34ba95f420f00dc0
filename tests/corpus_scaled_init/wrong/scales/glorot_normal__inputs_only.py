# wrong: scales.glorot_normal: another-initializer
# The same as lecun_normal.
def glorot_normal(fan_in, fan_out, rng):
    return lecun_normal(fan_in, fan_out, rng)
