# wrong: scales.lecun_normal: truncated
# Draws again what lies beyond three spreads.
def lecun_normal(fan_in, fan_out, rng):
    z = rng.standard_normal((fan_in, fan_out))
    while (far := np.abs(z) > 3).any():
        z[far] = rng.standard_normal(far.sum())
    return z / np.sqrt(fan_in)
