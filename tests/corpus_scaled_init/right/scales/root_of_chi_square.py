# right: the root of chi-square with one degree of freedom, with a sign
def glorot_normal(fan_in, fan_out, rng):
    shape = (fan_in, fan_out)
    return rng.choice((-1.0, 1.0), shape) * np.sqrt(rng.chisquare(1, shape) * 2 / (fan_in + fan_out))
