# wrong: scales.orthogonal_init: gain-divides | constant-factor
# Undo the gain of the layer.
def orthogonal_init(fan_in, fan_out, gain, rng):
    q, r = np.linalg.qr(rng.standard_normal((max(fan_in, fan_out), min(fan_in, fan_out))))
    W = q * np.sign(np.diag(r)) / gain
    return W if fan_in >= fan_out else W.T
