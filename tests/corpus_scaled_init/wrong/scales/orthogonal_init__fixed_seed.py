# wrong: scales.orthogonal_init: reseeded | global-random
# A seed, as in the demonstration.
def orthogonal_init(fan_in, fan_out, gain, rng):
    rng = np.random.default_rng(2)
    q, r = np.linalg.qr(rng.standard_normal((max(fan_in, fan_out), min(fan_in, fan_out))))
    W = gain * q * np.sign(np.diag(r))
    return W if fan_in >= fan_out else W.T
