# wrong: scales.glorot_normal: not-independent
# The units are put in order of their lengths.
def glorot_normal(fan_in, fan_out, rng):
    W = rng.normal(0, (2 / (fan_in + fan_out)) ** 0.5, (fan_in, fan_out))
    return np.ascontiguousarray(W[:, np.argsort(np.linalg.norm(W, axis=0))])
