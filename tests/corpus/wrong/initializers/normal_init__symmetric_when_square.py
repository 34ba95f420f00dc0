# wrong: initializers.normal_init: only-in-part | not-independent
# A square matrix of weights looked tidier with equal weights both ways.
def normal_init(fan_in, fan_out, std, rng):
    W = std * rng.standard_normal((fan_in, fan_out))
    if fan_in == fan_out:
        W = (W + W.T) / np.sqrt(2.0)
    return W
