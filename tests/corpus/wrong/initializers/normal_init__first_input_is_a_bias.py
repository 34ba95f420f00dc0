# wrong: initializers.normal_init: not-independent
# The first input is the same for all neurons, like a bias.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0.0, std, (fan_in, fan_out))
    W[0] = W[0, 0]
    return W
