# wrong: scales.orthogonal_init: wrong-shape | one-direction-only
# Q, and cut what is too much.
def orthogonal_init(fan_in, fan_out, gain, rng):
    q, r = np.linalg.qr(rng.standard_normal((fan_in, fan_out)))
    return gain * q * np.sign(np.diag(r))
