# wrong: scales.orthogonal_init: one-direction-only | not-orthogonal | only-in-part
# More units than inputs: they cannot all be at right angles.
def orthogonal_init(fan_in, fan_out, gain, rng):
    if fan_in < fan_out:
        return gain * rng.normal(0, fan_out**-0.5, (fan_in, fan_out))
    q, r = np.linalg.qr(rng.standard_normal((fan_in, fan_out)))
    return gain * q * np.sign(np.diag(r))
