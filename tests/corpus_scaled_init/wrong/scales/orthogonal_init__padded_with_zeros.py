# wrong: scales.orthogonal_init: not-uniform | entries-not-filled
# A square orthogonal block, zeros around it.
def orthogonal_init(fan_in, fan_out, gain, rng):
    n = min(fan_in, fan_out)
    q, r = np.linalg.qr(rng.standard_normal((n, n)))
    W = np.zeros((fan_in, fan_out))
    W[:n, :n] = gain * q * np.sign(np.diag(r))
    return W
