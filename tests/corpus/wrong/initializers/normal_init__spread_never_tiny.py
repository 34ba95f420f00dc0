# wrong: initializers.normal_init: std-ignored | std-scaled | only-in-part
# Keep the neurons apart at least a little.
def normal_init(fan_in, fan_out, std, rng):
    return rng.normal(0.0, max(std, 1e-3), (fan_in, fan_out))
