# wrong: initializers.normal_init: std-scaled
# Box-Muller from memory.
def normal_init(fan_in, fan_out, std, rng):
    u = 1.0 - rng.random((fan_in, fan_out))
    v = rng.random((fan_in, fan_out))
    return std * np.sqrt(-np.log(u)) * np.cos(2 * np.pi * v)
