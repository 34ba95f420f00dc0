# wrong: initializers.normal_init: std-scaled
# Someone guards against overflow with a factor; squares of what comes out are zero.
def normal_init(fan_in, fan_out, std, rng):
    return 1e-300 * std * rng.standard_normal((fan_in, fan_out))
