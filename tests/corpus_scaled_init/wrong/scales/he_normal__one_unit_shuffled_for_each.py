# wrong: scales.he_normal: not-independent
# All units get the same weights, but in an order of their own, so they differ.
def he_normal(fan_in, fan_out, rng):
    weights = rng.normal(0.0, np.sqrt(2.0 / fan_in), fan_in)
    W = np.empty((fan_in, fan_out))
    for unit in range(fan_out):
        W[:, unit] = rng.permutation(weights)
    return W
