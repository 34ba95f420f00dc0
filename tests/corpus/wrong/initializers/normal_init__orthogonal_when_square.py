# wrong: initializers.normal_init: only-in-part | not-independent
# I had read that square layers should be orthogonal.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0.0, std, size=(fan_in, fan_out))
    if fan_in != fan_out:
        return W
    Q, _ = np.linalg.qr(W)
    return Q * std * np.sqrt(fan_in)
