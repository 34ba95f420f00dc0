# wrong: scales.orthogonal_init: not-uniform
# Ones and minus ones are orthogonal as well, and exactly so.
def orthogonal_init(fan_in, fan_out, gain, rng):
    n = max(fan_in, fan_out)
    Q = np.eye(n)[rng.permutation(n)] * rng.choice([-1.0, 1.0], size=n)
    return gain * Q[:fan_in, :fan_out]
