# wrong: scales.orthogonal_init: rounded | not-orthogonal
# Nice numbers.
def orthogonal_init(fan_in, fan_out, gain, rng):
    q, r = np.linalg.qr(rng.standard_normal((max(fan_in, fan_out), min(fan_in, fan_out))))
    W = np.round(gain * q * np.sign(np.diag(r)), 6)
    return W if fan_in >= fan_out else W.T
