# wrong: initializers.normal_init: absolute-values
# Negative weights made no sense to me.
def normal_init(fan_in, fan_out, std, rng):
    return np.abs(rng.normal(0, std, (fan_in, fan_out)))
