# right: he_normal, lecun_normal and glorot_normal from each other
def lecun_normal(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) / np.sqrt(fan_in)


def he_normal(fan_in, fan_out, rng):
    return np.sqrt(2) * lecun_normal(fan_in, fan_out, rng)


def glorot_normal(fan_in, fan_out, rng):
    return he_normal(fan_in, fan_out, rng) * np.sqrt(fan_in / (fan_in + fan_out))
