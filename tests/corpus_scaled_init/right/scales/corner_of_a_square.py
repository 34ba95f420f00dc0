# right: the corner of a square matrix of draws
def glorot_normal(fan_in, fan_out, rng):
    n = max(fan_in, fan_out)
    block = rng.standard_normal((n, n))
    return block[:fan_in, :fan_out] * np.sqrt(2 / (fan_in + fan_out))
