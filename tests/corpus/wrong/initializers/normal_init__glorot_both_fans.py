# wrong: initializers.normal_init: fan-scaled
# Glorot with fan_in and fan_out; std as the gain.
def normal_init(fan_in, fan_out, std, rng):
    glorot = np.sqrt(2 / (fan_in + fan_out))
    return rng.normal(scale=std * glorot, size=(fan_in, fan_out))
