# wrong: initializers.normal_init: float32 | only-in-part
# Faster draws.
def normal_init(fan_in, fan_out, std, rng):
    return rng.standard_normal((fan_in, fan_out), dtype=np.float32) * np.float64(std)
