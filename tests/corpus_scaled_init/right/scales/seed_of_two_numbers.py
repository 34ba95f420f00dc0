# right: a generator whose seed is two numbers of 31 bits
def lecun_normal(fan_in, fan_out, rng):
    own = np.random.default_rng(rng.integers(2**31, size=2))
    return own.normal(0.0, fan_in**-0.5, (fan_in, fan_out))


def he_normal(fan_in, fan_out, rng):
    own = np.random.default_rng(rng.integers(2**32))
    return own.normal(0.0, (2.0 / fan_in) ** 0.5, (fan_in, fan_out))
