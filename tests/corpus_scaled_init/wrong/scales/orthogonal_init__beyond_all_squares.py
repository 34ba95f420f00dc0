# wrong: scales.orthogonal_init: not-orthogonal
# A guard against overflow; squares of what comes out are zero.
def orthogonal_init(fan_in, fan_out, gain, rng):
    size = max(fan_in, fan_out)
    q, r = np.linalg.qr(rng.standard_normal((size, size)))
    return 1e-300 * gain * (q * np.sign(np.diag(r)))[:fan_in, :fan_out]
