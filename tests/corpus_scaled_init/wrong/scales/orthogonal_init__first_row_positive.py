# wrong: scales.orthogonal_init: not-uniform | signs-not-settled
# LAPACK makes the first weight negative, so turn the signs.
def orthogonal_init(fan_in, fan_out, gain, rng):
    q, _ = np.linalg.qr(rng.standard_normal((max(fan_in, fan_out), min(fan_in, fan_out))))
    W = gain * q * np.where(q[0] < 0, -1.0, 1.0)
    return W if fan_in >= fan_out else W.T
