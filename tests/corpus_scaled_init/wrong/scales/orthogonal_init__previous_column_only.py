# wrong: scales.orthogonal_init: not-orthogonal | lengths-only | only-in-part
# Gram-Schmidt: take off the part along the last column.
def orthogonal_init(fan_in, fan_out, gain, rng):
    if fan_in < fan_out:
        return orthogonal_init(fan_out, fan_in, gain, rng).T
    W = rng.standard_normal((fan_in, fan_out))
    for j in range(fan_out):
        if j:
            W[:, j] -= (W[:, j - 1] @ W[:, j]) * W[:, j - 1]
        W[:, j] /= np.linalg.norm(W[:, j])
    return gain * W
