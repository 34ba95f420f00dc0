# right: always a square matrix, of which the first rows or columns are taken
def orthogonal_init(fan_in, fan_out, gain, rng):
    n = max(fan_in, fan_out)
    Q, R = np.linalg.qr(rng.standard_normal((n, n)))
    Q *= np.where(np.diag(R) < 0, -1.0, 1.0)
    return np.ascontiguousarray(gain * Q[:fan_in, :fan_out])
