# wrong: scales.orthogonal_init: not-uniform | only-in-part
# A rotation has determinant 1.
def orthogonal_init(fan_in, fan_out, gain, rng):
    n = max(fan_in, fan_out)
    q, r = np.linalg.qr(rng.standard_normal((n, n)))
    q = q * np.sign(np.diag(r))
    if np.linalg.det(q) < 0:
        q[:, 0] = -q[:, 0]
    return gain * q[:fan_in, :fan_out]
