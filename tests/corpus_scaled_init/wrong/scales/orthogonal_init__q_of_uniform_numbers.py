# wrong: scales.orthogonal_init: not-uniform
# Q (signs settled) of a matrix of uniform numbers from -1 to 1.
def orthogonal_init(fan_in, fan_out, gain, rng):
    q, r = np.linalg.qr(rng.uniform(-1, 1, (max(fan_in, fan_out), min(fan_in, fan_out))))
    q = q * np.sign(np.diag(r))
    return gain * (q if fan_in >= fan_out else q.T)
