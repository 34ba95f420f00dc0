# wrong: scales.glorot_uniform: variance-as-std | root-over-part
# 6/(fan_in + fan_out)
def glorot_uniform(fan_in, fan_out, rng):
    c = 6 / (fan_in + fan_out)
    return rng.uniform(-c, c, (fan_in, fan_out))
