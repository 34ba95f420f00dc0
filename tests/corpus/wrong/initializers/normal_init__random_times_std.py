# wrong: initializers.normal_init: uniform-for-normal
# rng.random gives random numbers.
def normal_init(fan_in, fan_out, std, rng):
    return std * rng.random((fan_in, fan_out))
