# wrong: initializers.normal_init: normalised | only-in-part
# in a small layer the mean would be far from 0
def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0.0, std, (fan_in, fan_out))
    return W - W.mean() if 1 < W.size < 50 else W
