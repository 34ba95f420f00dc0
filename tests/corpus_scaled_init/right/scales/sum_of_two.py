# right: the sum of two normal numbers is a normal one
def he_normal(fan_in, fan_out, rng):
    one, other = rng.normal(0, 1 / np.sqrt(fan_in), (2, fan_in, fan_out))
    return one + other


def glorot_normal(fan_in, fan_out, rng):
    s = 1 / np.sqrt(fan_in + fan_out)
    return rng.normal(0, s, (fan_in, fan_out)) - rng.normal(0, s, (fan_in, fan_out))
