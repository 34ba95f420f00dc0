# wrong: initializers.normal_init: sizes-swapped
# neurons x inputs
def normal_init(fan_in, fan_out, std, rng):
    return rng.normal(0, std, (fan_out, fan_in))
