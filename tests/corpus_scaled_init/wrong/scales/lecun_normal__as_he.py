# wrong: scales.lecun_normal: another-initializer | std-scaled
# Two over the inputs, as everybody does.
def lecun_normal(fan_in, fan_out, rng):
    return rng.normal(scale=(2 / fan_in) ** 0.5, size=(fan_in, fan_out))
