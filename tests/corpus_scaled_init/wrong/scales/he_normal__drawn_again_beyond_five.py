# wrong: scales.he_normal: truncated
# Beyond five deviations a weight is drawn again.
def he_normal(fan_in, fan_out, rng):
    z = rng.standard_normal((fan_in, fan_out))
    while (far := np.abs(z) > 5.0).any():
        z[far] = rng.standard_normal(int(far.sum()))
    return z * (2.0 / fan_in) ** 0.5
