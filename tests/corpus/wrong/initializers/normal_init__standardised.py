# wrong: initializers.normal_init: normalised
# Afterwards corrected so that mean and std are exact.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.standard_normal((fan_in, fan_out))
    W = (W - W.mean()) / W.std()
    return std * W
