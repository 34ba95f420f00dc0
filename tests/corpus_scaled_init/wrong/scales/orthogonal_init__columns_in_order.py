# wrong: scales.orthogonal_init: not-uniform
# Columns sorted by their first weight.
def orthogonal_init(fan_in, fan_out, gain, rng):
    n, k = max(fan_in, fan_out), min(fan_in, fan_out)
    Q, R = np.linalg.qr(rng.standard_normal((n, k)))
    Q = Q * np.sign(np.diag(R))
    Q = Q[:, np.argsort(Q[0])]
    return gain * (Q if fan_in >= fan_out else Q.T)
