# wrong: scales.lecun_normal: variance-as-std
# The variance is one over fan_in.
def lecun_normal(fan_in, fan_out, rng):
    return rng.normal(0.0, 1.0 / fan_in, (fan_in, fan_out))
