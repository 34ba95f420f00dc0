# wrong: initializers.normal_init: truncated
# Whatever lies beyond 2.5 sigma is drawn again.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0.0, std, (fan_in, fan_out))
    far = np.abs(W) > 2.5 * std
    while far.any():
        W[far] = rng.normal(0.0, std, far.sum())
        far = np.abs(W) > 2.5 * std
    return W
