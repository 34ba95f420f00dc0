# wrong: initializers.normal_init: reseeded | global-random
# np.random.seed first, then it is always the same.
def normal_init(fan_in, fan_out, std, rng):
    np.random.seed(0)
    return np.random.normal(0, std, (fan_in, fan_out))
