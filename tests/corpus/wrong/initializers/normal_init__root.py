# wrong: initializers.normal_init: root-of-std | variance-as-std
# Multiply by the square root of the variance.
def normal_init(fan_in, fan_out, std, rng):
    return np.sqrt(std) * rng.standard_normal((fan_in, fan_out))
