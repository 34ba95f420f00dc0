# wrong: scales.orthogonal_init: not-uniform
# Cayley's transform of a random skew matrix, and signs.
def orthogonal_init(fan_in, fan_out, gain, rng):
    n, k = max(fan_in, fan_out), min(fan_in, fan_out)
    A = rng.standard_normal((n, n))
    A = A - A.T
    Q = np.linalg.solve(np.eye(n) + A, np.eye(n) - A) * rng.choice([-1.0, 1.0], n)
    return gain * Q[:fan_in, :fan_out]
