# wrong: initializers.normal_init: not-independent | rows-repeated | only-in-part
# The last input starts like the first one.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0.0, std, size=(fan_in, fan_out))
    W[-1] = W[0]
    return W
