# right: normal numbers made of uniform ones
def _normal(count, rng):
    radius = np.sqrt(-2.0 * np.log1p(-rng.random(count)))
    return radius * np.cos(2.0 * np.pi * rng.random(count))


def lecun_normal(fan_in, fan_out, rng):
    return _normal(fan_in * fan_out, rng).reshape(fan_in, fan_out) / np.sqrt(fan_in)


def he_normal(fan_in, fan_out, rng):
    return np.sqrt(2 / fan_in) * _normal((fan_in, fan_out), rng)
