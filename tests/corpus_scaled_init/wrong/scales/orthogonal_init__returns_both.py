# wrong: scales.orthogonal_init: wrong-type | list-for-array
# Q and R.
def orthogonal_init(fan_in, fan_out, gain, rng):
    q, r = np.linalg.qr(rng.standard_normal((max(fan_in, fan_out), min(fan_in, fan_out))))
    W = gain * q * np.sign(np.diag(r))
    return (W if fan_in >= fan_out else W.T), r
