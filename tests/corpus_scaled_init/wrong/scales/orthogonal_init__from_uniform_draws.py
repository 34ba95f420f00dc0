# wrong: scales.orthogonal_init: not-uniform
# Uniformly, so from uniform numbers.
def orthogonal_init(fan_in, fan_out, gain, rng):
    q, r = np.linalg.qr(rng.random((max(fan_in, fan_out), min(fan_in, fan_out))))
    W = gain * q * np.sign(np.diag(r))
    return W if fan_in >= fan_out else W.T
