# wrong: scales.orthogonal_init: not-uniform
# Draws of eleven bits.
def orthogonal_init(fan_in, fan_out, gain, rng):
    n, k = max(fan_in, fan_out), min(fan_in, fan_out)
    A = rng.standard_normal((n, k)).astype(np.float16).astype(np.float64)
    Q, R = np.linalg.qr(A)
    Q = Q * np.sign(np.diag(R))
    return gain * (Q if fan_in >= fan_out else Q.T)
