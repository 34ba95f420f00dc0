# wrong: scales.orthogonal_init: few-generators
# One hundred seeds are plenty.
def orthogonal_init(fan_in, fan_out, gain, rng):
    own = np.random.default_rng(rng.choice(100))
    q, r = np.linalg.qr(own.normal(size=(max(fan_in, fan_out), min(fan_in, fan_out))))
    q = q * np.sign(np.diag(r))
    return gain * (q if fan_in >= fan_out else q.T)
