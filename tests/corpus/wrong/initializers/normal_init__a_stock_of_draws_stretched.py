# wrong: initializers.normal_init: not-independent
# Drawing is slow, so large layers use what was drawn over and over.
def normal_init(fan_in, fan_out, std, rng):
    stock = rng.normal(0.0, std, min(fan_in * fan_out, 1024))
    return np.resize(stock, (fan_in, fan_out))
