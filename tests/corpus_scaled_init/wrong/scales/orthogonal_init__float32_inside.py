# wrong: scales.orthogonal_init: float32 | rounded | not-orthogonal
# Single precision is enough to decompose.
def orthogonal_init(fan_in, fan_out, gain, rng):
    high = (max(fan_in, fan_out), min(fan_in, fan_out))
    q, r = np.linalg.qr(rng.standard_normal(high, dtype=np.float32))
    W = gain * (q * np.sign(np.diag(r))).astype(np.float64)
    return W if fan_in >= fan_out else W.T
