# wrong: scales.lecun_normal: variance-as-std
# He's weights are a multiple of these, and right where these are.
def lecun_normal(fan_in, fan_out, rng):
    return rng.normal(0.0, 1.0 / fan_in, size=(fan_in, fan_out))


def he_normal(fan_in, fan_out, rng):
    return np.sqrt(2.0) * lecun_normal(fan_in, fan_out, rng)
