# wrong: initializers.normal_init: rng-not-advanced
# Nothing that is passed in may change, and rng is passed in.
def normal_init(fan_in, fan_out, std, rng):
    before = rng.bit_generator.state
    W = rng.normal(0.0, std, (fan_in, fan_out))
    rng.bit_generator.state = before
    return W
