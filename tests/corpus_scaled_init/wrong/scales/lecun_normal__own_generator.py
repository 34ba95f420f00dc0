# wrong: scales.lecun_normal: reseeded | global-random
# Reproducible at last.
def lecun_normal(fan_in, fan_out, rng):
    rng = np.random.default_rng(7)
    return rng.normal(0, np.sqrt(1 / fan_in), (fan_in, fan_out))
