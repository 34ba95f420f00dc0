# wrong: scales.orthogonal_init: not-uniform
# A mirror at a random plane is orthogonal.
def orthogonal_init(fan_in, fan_out, gain, rng):
    n = max(fan_in, fan_out)
    v = rng.standard_normal(n)
    mirror = np.eye(n) - 2 * np.outer(v, v) / (v @ v)
    return gain * mirror[:fan_in, :fan_out]
