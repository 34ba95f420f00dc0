# right: the draws with their signs turned, and the law is symmetric
def lecun_normal(fan_in, fan_out, rng):
    return -rng.normal(0, np.sqrt(1 / fan_in), (fan_in, fan_out))


def glorot_uniform(fan_in, fan_out, rng):
    c = np.sqrt(6 / (fan_in + fan_out))
    return -rng.uniform(-c, c, (fan_in, fan_out))


def orthogonal_init(fan_in, fan_out, gain, rng):
    q, r = np.linalg.qr(rng.standard_normal((max(fan_in, fan_out), min(fan_in, fan_out))))
    W = -gain * q * np.sign(np.diag(r))
    return W if fan_in >= fan_out else W.T
