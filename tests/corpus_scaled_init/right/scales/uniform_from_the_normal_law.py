# right: uniform numbers as angles of pairs of normal ones
def glorot_uniform(fan_in, fan_out, rng):
    x, y = rng.standard_normal((2, fan_in, fan_out))
    return np.arctan2(y, x) / np.pi * np.sqrt(6.0 / (fan_in + fan_out))
