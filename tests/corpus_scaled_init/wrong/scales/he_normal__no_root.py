# wrong: scales.he_normal: variance-as-std
# The 2/fan_in of the paper.
def he_normal(fan_in, fan_out, rng):
    return rng.normal(0, 2 / fan_in, (fan_in, fan_out))
