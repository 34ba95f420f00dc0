# wrong: scales.glorot_normal: variance-as-std
# 2/(fan_in + fan_out)
def glorot_normal(fan_in, fan_out, rng):
    return rng.normal(0, 2 / (fan_in + fan_out), (fan_in, fan_out))
