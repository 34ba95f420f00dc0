# wrong: initializers.normal_init: mirror-pairs | not-independent
# antithetic: each second input gets the weights of the one before with the sign turned
def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0.0, std, (fan_in, fan_out))
    W[1::2] = -W[0:2 * (fan_in // 2):2]
    return W
