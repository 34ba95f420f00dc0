# wrong: initializers.normal_init: truncated
# No outliers.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0, std, (fan_in, fan_out))
    return np.clip(W, -std, std)
