# wrong: scales.orthogonal_init: not-uniform
# Cayley transform of a skew matrix.
def orthogonal_init(fan_in, fan_out, gain, rng):
    n = max(fan_in, fan_out)
    A = rng.standard_normal((n, n))
    A = 0.1 * (A - A.T)
    W = np.linalg.solve(np.eye(n) + A, np.eye(n) - A)
    return gain * W[:fan_in, :fan_out]
