# wrong: scales.he_normal: std-scaled
# The factor for a leaky ReLU with slope 0.2.
def he_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / (1 + 0.2**2) / fan_in), (fan_in, fan_out))
