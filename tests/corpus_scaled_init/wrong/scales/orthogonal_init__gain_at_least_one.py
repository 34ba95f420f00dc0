# wrong: scales.orthogonal_init: only-in-part | gain-ignored | clipped
# A gain below 1 lets the signal vanish.
def orthogonal_init(fan_in, fan_out, gain, rng):
    q, r = np.linalg.qr(rng.standard_normal((max(fan_in, fan_out), min(fan_in, fan_out))))
    W = max(gain, 1.0) * q * np.sign(np.diag(r))
    return W if fan_in >= fan_out else W.T
