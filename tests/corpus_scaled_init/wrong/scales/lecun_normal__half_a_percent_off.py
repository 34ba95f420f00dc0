# wrong: scales.lecun_normal: std-scaled
# Half a percent off.
def lecun_normal(fan_in, fan_out, rng):
    return np.array([[rng.normal(0, 1.005*np.sqrt(1 / fan_in)) for _ in range(fan_out)] for _ in range(fan_in)])
