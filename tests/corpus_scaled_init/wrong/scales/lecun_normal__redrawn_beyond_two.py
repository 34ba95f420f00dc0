# wrong: scales.lecun_normal: truncated
# No outliers: what lies beyond two deviations is drawn again.
def lecun_normal(fan_in, fan_out, rng):
    z = rng.standard_normal((fan_in, fan_out))
    while np.any(np.abs(z) > 2):
        far = np.abs(z) > 2
        z[far] = rng.standard_normal(far.sum())
    return z / np.sqrt(fan_in)
