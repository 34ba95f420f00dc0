# wrong: scales.orthogonal_init: not-orthogonal | absolute-values
# Settle the signs: none is left.
def orthogonal_init(fan_in, fan_out, gain, rng):
    q, _ = np.linalg.qr(rng.standard_normal((max(fan_in, fan_out), min(fan_in, fan_out))))
    W = gain * np.abs(q)
    return W if fan_in >= fan_out else W.T
