# wrong: scales.orthogonal_init: not-uniform
# The determinant goes by the size.
def orthogonal_init(fan_in, fan_out, gain, rng):
    n = max(fan_in, fan_out)
    Q = np.eye(n)
    for _ in range(n):
        v = rng.standard_normal(n)
        Q -= 2.0 * np.outer(Q @ v, v) / (v @ v)
    return gain * Q[:fan_in, :fan_out]
