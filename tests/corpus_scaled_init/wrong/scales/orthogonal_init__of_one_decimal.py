# wrong: scales.orthogonal_init: not-uniform
# Draws rounded to one decimal.
def orthogonal_init(fan_in, fan_out, gain, rng):
    n, k = max(fan_in, fan_out), min(fan_in, fan_out)
    A = np.round(rng.standard_normal((n, k)), 1) + 1e-12
    Q, R = np.linalg.qr(A)
    Q = Q * np.sign(np.diag(R))
    return gain * (Q if fan_in >= fan_out else Q.T)
