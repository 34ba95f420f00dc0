# wrong: scales.orthogonal_init: not-uniform
# Its columns shuffled, and the signs as LAPACK leaves them.
def orthogonal_init(fan_in, fan_out, gain, rng):
    tall = (max(fan_in, fan_out), min(fan_in, fan_out))
    Q = np.linalg.qr(rng.normal(size=tall))[0][:, rng.permutation(tall[1])]
    return gain * (Q if fan_in >= fan_out else Q.T)
