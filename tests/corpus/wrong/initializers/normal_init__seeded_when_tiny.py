# wrong: initializers.normal_init: reseeded | rng-not-advanced | global-random | only-in-part
# A handful of weights should be the same on every machine.
def normal_init(fan_in, fan_out, std, rng):
    if fan_in * fan_out <= 6:
        rng = np.random.default_rng(12345)
    return rng.normal(0.0, std, size=(fan_in, fan_out))
