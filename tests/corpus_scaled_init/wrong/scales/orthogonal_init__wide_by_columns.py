# wrong: scales.orthogonal_init: one-direction-only | not-orthogonal | lengths-only | only-in-part
# The columns always have length gain.
def orthogonal_init(fan_in, fan_out, gain, rng):
    if fan_in >= fan_out:
        q, r = np.linalg.qr(rng.standard_normal((fan_in, fan_out)))
        return gain * q * np.sign(np.diag(r))
    W = rng.standard_normal((fan_in, fan_out))
    return gain * W / np.linalg.norm(W, axis=0)
