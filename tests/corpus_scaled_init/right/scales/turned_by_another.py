# right: one uniform matrix times another
def orthogonal_init(fan_in, fan_out, gain, rng):
    def square(n):
        Q, R = np.linalg.qr(rng.standard_normal((n, n)))
        return Q * np.sign(np.diag(R))

    return gain * square(fan_in) @ np.eye(fan_in, fan_out) @ square(fan_out)
