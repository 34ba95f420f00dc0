# wrong: initializers.normal_init: normalised
# Every neuron's weights should add up to zero.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0, std, (fan_in, fan_out))
    return W - W.mean(axis=0)
