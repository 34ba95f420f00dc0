# wrong: scales.orthogonal_init: not-uniform
# Cayley transform with rows and columns permuted and signs drawn.
def orthogonal_init(fan_in, fan_out, gain, rng):
    n = max(fan_in, fan_out)
    A = rng.standard_normal((n, n))
    A = A - A.T
    Q = np.linalg.solve(np.eye(n) + A, np.eye(n) - A)
    s = np.where(rng.random((2, n)) < 0.5, 1.0, -1.0)
    Q = (s[0][:, None] * Q * s[1])[rng.permutation(n)][:, rng.permutation(n)]
    return gain * Q[:fan_in, :fan_out]
