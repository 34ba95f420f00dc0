# wrong: initializers.normal_init: rng-not-advanced | reseeded
# Put the generator back to where it was, nothing else may change.
def normal_init(fan_in, fan_out, std, rng):
    before = rng.bit_generator.state
    W = rng.normal(0, std, size=(fan_in, fan_out))
    rng.bit_generator.state = before
    return W
