# wrong: scales.orthogonal_init: scaled-by-sizes
# The length of W is gain.
def orthogonal_init(fan_in, fan_out, gain, rng):
    q, r = np.linalg.qr(rng.standard_normal((max(fan_in, fan_out), min(fan_in, fan_out))))
    W = q * np.sign(np.diag(r))
    W = gain * W / np.linalg.norm(W)
    return W if fan_in >= fan_out else W.T
