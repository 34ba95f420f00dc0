# wrong: scales.orthogonal_init: not-uniform
# The singular vectors of a normal matrix are orthogonal and as random as it is.
def orthogonal_init(fan_in, fan_out, gain, rng):
    U, _, Vt = np.linalg.svd(rng.normal(size=(fan_in, fan_out)), full_matrices=False)
    return gain * (U if U.shape == (fan_in, fan_out) else Vt)
