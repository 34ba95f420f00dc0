# wrong: scales.orthogonal_init: one-direction-only | not-orthogonal | only-in-part
# Bring it into shape.
def orthogonal_init(fan_in, fan_out, gain, rng):
    q, r = np.linalg.qr(rng.standard_normal((max(fan_in, fan_out), min(fan_in, fan_out))))
    return (gain * q * np.sign(np.diag(r))).reshape(fan_in, fan_out)
