# wrong: scales.he_normal: mean-not-zero
# 0.01 added to every weight, against dead units.
def he_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out)) + 0.01
