# wrong: initializers.normal_init: wrong-law | std-scaled
# Half of the connections are switched off at the start.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0.0, std, (fan_in, fan_out))
    W[rng.random(W.shape) < 0.5] = 0.0
    return W
