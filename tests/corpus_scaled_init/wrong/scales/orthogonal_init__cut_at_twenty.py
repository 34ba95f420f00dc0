# wrong: scales.orthogonal_init: only-in-part | clipped
# Cut off at 20.
def orthogonal_init(fan_in, fan_out, gain, rng):
    q, r = np.linalg.qr(rng.standard_normal((max(fan_in, fan_out), min(fan_in, fan_out))))
    q = q * np.sign(np.diag(r))
    return np.clip(gain * (q if fan_in >= fan_out else q.T), -20, 20)
