# right: mode="complete", and cut
def orthogonal_init(fan_in, fan_out, gain, rng):
    n, k = sorted((fan_in, fan_out), reverse=True)
    Q, R = np.linalg.qr(rng.standard_normal((n, k)), mode="complete")
    W = gain * (Q[:, :k] * np.sign(np.diag(R)[None, :]))
    return np.transpose(W) if fan_out > fan_in else W
