# wrong: scales.orthogonal_init: not-orthogonal | lengths-only
# Every column gets the length gain.
def orthogonal_init(fan_in, fan_out, gain, rng):
    W = rng.standard_normal((fan_in, fan_out))
    axis = 0 if fan_in >= fan_out else 1
    return gain * W / np.linalg.norm(W, axis=axis, keepdims=True)
