# right: a wide one is a high one, turned
def orthogonal_init(fan_in, fan_out, gain, rng):
    if fan_in < fan_out:
        return orthogonal_init(fan_out, fan_in, gain, rng).T
    Q, R = np.linalg.qr(rng.normal(0, 3, (fan_in, fan_out)), mode="reduced")
    return Q @ np.diag(gain * np.sign(np.diagonal(R)))
