# wrong: scales.orthogonal_init: keeps-state
# The decomposition is expensive.
_kept = {}


def orthogonal_init(fan_in, fan_out, gain, rng):
    high = (max(fan_in, fan_out), min(fan_in, fan_out))
    if high not in _kept:
        q, r = np.linalg.qr(rng.standard_normal(high))
        _kept[high] = q * np.sign(np.diag(r))
    W = gain * _kept[high]
    return W if fan_in >= fan_out else W.T
