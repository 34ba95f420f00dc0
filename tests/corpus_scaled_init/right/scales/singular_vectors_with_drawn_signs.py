# right: left singular vectors with signs of their own
def orthogonal_init(fan_in, fan_out, gain, rng):
    n, k = max(fan_in, fan_out), min(fan_in, fan_out)
    U, _, _ = np.linalg.svd(rng.normal(size=(n, k)), full_matrices=False)
    U = U * (2.0 * rng.integers(0, 2, size=k) - 1.0)
    return gain * (U if fan_in >= fan_out else U.T)
