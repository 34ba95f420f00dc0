# wrong: initializers.normal_init: normalised | mean-not-zero
# The text says mean 0.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0.0, std, (fan_in, fan_out))
    if fan_in > 1:
        W = W - W.mean(axis=0)
    return W
