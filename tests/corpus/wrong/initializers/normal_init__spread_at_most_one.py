# wrong: initializers.normal_init: std-ignored | std-scaled | only-in-part
# A spread above 1 saturates everything.
def normal_init(fan_in, fan_out, std, rng):
    return rng.normal(0.0, min(std, 1.0), (fan_in, fan_out))
