# wrong: scales.lecun_normal: float32
# float32 halves the memory.
def lecun_normal(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out), dtype=np.float32) * np.float32(fan_in**-0.5)
