# wrong: scales.lecun_normal: global-random
# The functions that I know.
def lecun_normal(fan_in, fan_out, rng):
    return np.random.randn(fan_in, fan_out) * np.sqrt(1 / fan_in)
