# wrong: initializers.normal_init: not-independent
# Averages of two neighbouring draws, so that weights change gently.
def normal_init(fan_in, fan_out, std, rng):
    z = rng.standard_normal(fan_in * fan_out + 1)
    return (std * (z[1:] + z[:-1]) / np.sqrt(2.0)).reshape(fan_in, fan_out)
