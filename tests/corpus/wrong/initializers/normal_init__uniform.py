# wrong: initializers.normal_init: uniform-for-normal
# Random numbers between -std and std.
def normal_init(fan_in, fan_out, std, rng):
    return rng.uniform(-std, std, size=(fan_in, fan_out))
