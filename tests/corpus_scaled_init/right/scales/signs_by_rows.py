# right: the signs of R on the rows of Q: as random there as on its columns
def orthogonal_init(fan_in, fan_out, gain, rng):
    n = max(fan_in, fan_out)
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    return gain * (np.sign(np.diag(R))[:, None] * Q)[:fan_in, :fan_out]
