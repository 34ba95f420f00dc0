# right: one helper draws for all four, the laws as data
_VARIANCES = {
    "lecun": lambda n, k: 1 / n,
    "glorot": lambda n, k: 2 / (n + k),
    "he": lambda n, k: 2 / n,
}


def _draw(name, n, k, rng, uniform=False):
    s = _VARIANCES[name](n, k) ** 0.5
    if uniform:
        return (2.0 * rng.random((n, k)) - 1.0) * s * 3.0**0.5
    return s * rng.standard_normal((n, k))


def lecun_normal(fan_in, fan_out, rng):
    return _draw("lecun", fan_in, fan_out, rng)


def glorot_normal(fan_in, fan_out, rng):
    return _draw("glorot", fan_in, fan_out, rng)


def glorot_uniform(fan_in, fan_out, rng):
    return _draw("glorot", fan_in, fan_out, rng, uniform=True)


def he_normal(fan_in, fan_out, rng):
    return _draw("he", fan_in, fan_out, rng)
