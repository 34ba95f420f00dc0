# wrong: initializers.normal_init: fan-scaled
# The neurons share the std.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.standard_normal((fan_in, fan_out)) * std
    return W / fan_out
