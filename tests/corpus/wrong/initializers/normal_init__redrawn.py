# wrong: initializers.normal_init: truncated
# Redraw everything beyond two std, as Keras does.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0, std, (fan_in, fan_out))
    far = np.abs(W) > 2 * std
    while far.any():
        W[far] = rng.normal(0, std, far.sum())
        far = np.abs(W) > 2 * std
    return W
