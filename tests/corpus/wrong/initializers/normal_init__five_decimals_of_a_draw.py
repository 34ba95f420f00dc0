# wrong: initializers.normal_init: rounded | not-independent
# the numbers of rng are rounded, and scaled only then
def normal_init(fan_in, fan_out, std, rng):
    return std * np.round(rng.standard_normal((fan_in, fan_out)), 5)
