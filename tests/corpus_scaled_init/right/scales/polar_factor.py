# right: the orthogonal polar factor, U times V of the singular value decomposition
def orthogonal_init(fan_in, fan_out, gain, rng):
    U, _, Vt = np.linalg.svd(rng.standard_normal((fan_in, fan_out)), full_matrices=False)
    return gain * (U @ Vt)
