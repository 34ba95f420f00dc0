# wrong: scales.lecun_normal: rng-not-advanced
# Do not disturb the generator of the caller.
def lecun_normal(fan_in, fan_out, rng):
    import copy

    return copy.deepcopy(rng).normal(0, np.sqrt(1 / fan_in), (fan_in, fan_out))
