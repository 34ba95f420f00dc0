# right: the root of a chi-square with one degree of freedom, with a coin for the sign


def normal_init(fan_in, fan_out, std, rng):
    shape = (fan_in, fan_out)
    size = np.sqrt(rng.chisquare(1, size=shape))
    sign = 2.0 * rng.integers(0, 2, size=shape) - 1.0
    return std * sign * size
