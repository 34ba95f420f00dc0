# wrong: scales.orthogonal_init: not-orthogonal
# Newton's iteration, two steps.
def orthogonal_init(fan_in, fan_out, gain, rng):
    W = rng.standard_normal((fan_in, fan_out))
    W /= np.linalg.norm(W, 2)
    for _ in range(2):
        W = 1.5 * W - 0.5 * W @ W.T @ W
    return gain * W
