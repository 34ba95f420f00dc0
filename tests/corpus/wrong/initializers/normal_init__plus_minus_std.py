# wrong: initializers.normal_init: wrong-law
# Mean 0 and standard deviation std: plus or minus std.
def normal_init(fan_in, fan_out, std, rng):
    return rng.choice([-std, std], size=(fan_in, fan_out))
