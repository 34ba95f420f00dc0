# wrong: scales.orthogonal_init: not-uniform | not-random
# The simplest orthogonal matrix.
def orthogonal_init(fan_in, fan_out, gain, rng):
    return gain * np.eye(fan_in, fan_out)
