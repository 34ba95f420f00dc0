# wrong: scales.orthogonal_init: not-uniform
# Whole numbers from -5 to 5, and a little so that none is 0.
def orthogonal_init(fan_in, fan_out, gain, rng):
    n, k = max(fan_in, fan_out), min(fan_in, fan_out)
    A = rng.integers(-5, 6, (n, k)) + 1e-9 * rng.standard_normal((n, k))
    Q, R = np.linalg.qr(A)
    Q = Q * np.sign(np.diag(R))
    return gain * (Q if fan_in >= fan_out else Q.T)
