# right: Marsaglia's polar method on uniform numbers
def _pairs(n, rng):
    out = []
    while len(out) < n:
        u, v = 2.0 * rng.random(2) - 1.0
        s = u * u + v * v
        if 0.0 < s < 1.0:
            f = np.sqrt(-2.0 * np.log(s) / s)
            out += [u * f, v * f]
    return np.array(out[:n])


def normal_init(fan_in, fan_out, std, rng):
    return std * _pairs(fan_in * fan_out, rng).reshape(fan_in, fan_out)
