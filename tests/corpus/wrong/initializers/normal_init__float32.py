# wrong: initializers.normal_init: float32
# The generator can do float32 directly, which is faster.
def normal_init(fan_in, fan_out, std, rng):
    return np.float32(std) * rng.standard_normal((fan_in, fan_out), dtype=np.float32)
