# wrong: scales.glorot_normal: root-over-part | spread-grows | fan-scaled
# 2 / fan_in + fan_out
def glorot_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / fan_in + fan_out), (fan_in, fan_out))
