# wrong: initializers.normal_init: list-for-array
# One number at a time.
def normal_init(fan_in, fan_out, std, rng):
    W = []
    for _ in range(fan_in):
        W.append([rng.normal(0, std) for _ in range(fan_out)])
    return W
