# wrong: scales.orthogonal_init: not-uniform
# A weight alone is always plus gain.
def orthogonal_init(fan_in, fan_out, gain, rng):
    q, r = np.linalg.qr(rng.standard_normal((max(fan_in, fan_out), min(fan_in, fan_out))))
    if fan_in * fan_out > 1:
        q = q * np.sign(np.diag(r))
    else:
        q = np.abs(q)
    return gain * (q if fan_in >= fan_out else q.T)
