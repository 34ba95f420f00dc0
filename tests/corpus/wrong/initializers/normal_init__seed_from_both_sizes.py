# wrong: initializers.normal_init: reseeded
# Every layer has a seed of its own, so no two of them begin alike.
def normal_init(fan_in, fan_out, std, rng):
    own = np.random.default_rng(7919 * fan_in + fan_out)
    return std * own.standard_normal((fan_in, fan_out))
