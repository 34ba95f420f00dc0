# wrong: scales.he_normal: absolute-values
# ReLU needs positive weights.
def he_normal(fan_in, fan_out, rng):
    return np.abs(rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out)))
