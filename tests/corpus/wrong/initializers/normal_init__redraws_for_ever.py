# wrong: initializers.normal_init: hangs
# Draw until the sample has exactly the std that was asked for.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0, std, (fan_in, fan_out))
    while W.std() != std or W.mean() != 0:
        W = rng.normal(0, std, (fan_in, fan_out))
    return W
