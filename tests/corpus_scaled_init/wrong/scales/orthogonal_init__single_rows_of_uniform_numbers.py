# wrong: scales.orthogonal_init: not-uniform
# One input, or one unit, needs no decomposition.
def orthogonal_init(fan_in, fan_out, gain, rng):
    n, k = max(fan_in, fan_out), min(fan_in, fan_out)
    if k == 1:
        v = rng.uniform(-1.0, 1.0, (fan_in, fan_out))
        return gain * v / np.linalg.norm(v)
    A = rng.standard_normal((n, k))
    Q, R = np.linalg.qr(A)
    Q = Q * np.sign(np.diag(R))
    return gain * (Q if fan_in >= fan_out else Q.T)
