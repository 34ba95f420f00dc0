# wrong: scales.lecun_normal: mean-not-zero
# First argument of normal: the spread.
def lecun_normal(fan_in, fan_out, rng):
    return rng.normal(np.sqrt(1 / fan_in), np.sqrt(1 / fan_in), (fan_in, fan_out))
