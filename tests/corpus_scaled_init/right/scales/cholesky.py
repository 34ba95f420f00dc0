# right: orthogonal once by QR, and once more by the Cholesky factor of its Gram matrix
def orthogonal_init(fan_in, fan_out, gain, rng):
    A = rng.standard_normal((max(fan_in, fan_out), min(fan_in, fan_out)))
    Q, R = np.linalg.qr(A)
    Q = Q * np.sign(np.diag(R))
    L = np.linalg.cholesky(Q.T @ Q)
    Q = np.linalg.solve(L, Q.T).T
    return gain * (Q if fan_in >= fan_out else Q.T)
