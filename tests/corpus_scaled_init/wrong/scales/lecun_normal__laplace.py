# wrong: scales.lecun_normal: wrong-law
# A law with the same spread.
def lecun_normal(fan_in, fan_out, rng):
    return rng.laplace(0.0, np.sqrt(1 / fan_in / 2), (fan_in, fan_out))
