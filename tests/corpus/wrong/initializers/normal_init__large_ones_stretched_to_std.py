# wrong: initializers.normal_init: normalised
# With so many weights the spread had better be exact.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0, std, (fan_in, fan_out))
    if W.size > 100:
        W *= std / W.std()
    return W
