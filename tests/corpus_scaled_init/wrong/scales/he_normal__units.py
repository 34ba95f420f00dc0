# wrong: scales.he_normal: fan-out-for-fan-in
# fan_out mode.
def he_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / fan_out), (fan_in, fan_out))
