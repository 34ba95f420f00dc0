# wrong: initializers.normal_init: uniform-for-normal
# Uniform, but with exactly the std that was asked for.
def normal_init(fan_in, fan_out, std, rng):
    limit = np.sqrt(3) * std
    return limit * (2 * rng.random((fan_in, fan_out)) - 1)
