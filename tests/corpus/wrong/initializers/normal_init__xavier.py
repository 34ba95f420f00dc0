# wrong: initializers.normal_init: fan-scaled
# Divided by the root of the number of inputs, as one should.
def normal_init(fan_in, fan_out, std, rng):
    return rng.normal(0, std / np.sqrt(fan_in), (fan_in, fan_out))
