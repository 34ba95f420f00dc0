# wrong: scales.orthogonal_init: float32
# Decomposed in single precision.
def orthogonal_init(fan_in, fan_out, gain, rng):
    high = (max(fan_in, fan_out), min(fan_in, fan_out))
    q, r = np.linalg.qr(rng.standard_normal(high, dtype=np.float32))
    W = np.float32(gain) * q * np.sign(np.diag(r))
    return W if fan_in >= fan_out else W.T
