# wrong: scales.orthogonal_init: one-direction-only | scaled-by-sizes | only-in-part
# In a wide layer every unit should have the length gain too.
def orthogonal_init(fan_in, fan_out, gain, rng):
    q, r = np.linalg.qr(rng.standard_normal((max(fan_in, fan_out), min(fan_in, fan_out))))
    W = gain * q * np.sign(np.diag(r))
    return W if fan_in >= fan_out else W.T * np.sqrt(fan_out / fan_in)
