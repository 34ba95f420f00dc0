# wrong: scales.orthogonal_init: only-in-part | not-orthogonal
# In many dimensions random vectors are at right angles anyway.
def orthogonal_init(fan_in, fan_out, gain, rng):
    high = (max(fan_in, fan_out), min(fan_in, fan_out))
    if high[1] >= 50:
        W = gain * rng.standard_normal(high) / np.sqrt(high[0])
    else:
        q, r = np.linalg.qr(rng.standard_normal(high))
        W = gain * q * np.sign(np.diag(r))
    return W if fan_in >= fan_out else W.T
