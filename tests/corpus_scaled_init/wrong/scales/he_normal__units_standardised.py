# wrong: scales.he_normal: normalised
# The deviation of each unit's weights, about their mean, is made exact.
def he_normal(fan_in, fan_out, rng):
    W = rng.normal(size=(fan_in, fan_out))
    if fan_in > 1:
        W = W / W.std(axis=0, ddof=1)
    return W * np.sqrt(2.0 / fan_in)
