# wrong: scales.orthogonal_init: only-in-part | not-orthogonal
# Only square matrices can be orthogonal.
def orthogonal_init(fan_in, fan_out, gain, rng):
    if fan_in != fan_out:
        return gain * rng.standard_normal((fan_in, fan_out)) / np.sqrt(fan_in)
    q, r = np.linalg.qr(rng.standard_normal((fan_in, fan_in)))
    return gain * q * np.sign(np.diag(r))
