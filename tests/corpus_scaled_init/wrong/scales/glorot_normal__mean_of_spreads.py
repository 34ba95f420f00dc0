# wrong: scales.glorot_normal: fan-scaled
# The mean of the two wishes.
def glorot_normal(fan_in, fan_out, rng):
    s = (fan_in**-0.5 + fan_out**-0.5) / 2
    return rng.normal(0, s, (fan_in, fan_out))
