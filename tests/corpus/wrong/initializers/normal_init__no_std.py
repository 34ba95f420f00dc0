# wrong: initializers.normal_init: wrong-arity
# The std is always 0.01 anyway.
def normal_init(fan_in, fan_out, rng):
    return rng.normal(0, 0.01, (fan_in, fan_out))
