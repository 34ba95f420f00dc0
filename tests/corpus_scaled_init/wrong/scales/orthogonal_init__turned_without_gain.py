# wrong: scales.orthogonal_init: gain-ignored | only-in-part
# For a wide layer I make the tall one and turn it; its lengths are 1 already.
def orthogonal_init(fan_in, fan_out, gain, rng):
    if fan_out > fan_in:
        return orthogonal_init(fan_out, fan_in, 1.0, rng).T
    Q, R = np.linalg.qr(rng.standard_normal((fan_in, fan_out)))
    return gain * (Q * np.sign(np.diagonal(R)))
