# wrong: scales.orthogonal_init: not-orthogonal
# Cut out of a larger orthogonal matrix.
def orthogonal_init(fan_in, fan_out, gain, rng):
    n = fan_in + fan_out
    q, r = np.linalg.qr(rng.standard_normal((n, n)))
    return gain * (q * np.sign(np.diag(r)))[:fan_in, :fan_out]
