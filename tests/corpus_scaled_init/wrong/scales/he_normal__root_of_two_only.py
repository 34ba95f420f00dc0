# wrong: scales.he_normal: root-over-part | variance-as-std
# sqrt(2) / fan_in
def he_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2) / fan_in, (fan_in, fan_out))
