# wrong: scales.orthogonal_init: not-uniform
# Rows of the identity, shuffled, with random signs.
def orthogonal_init(fan_in, fan_out, gain, rng):
    n = max(fan_in, fan_out)
    W = gain * np.eye(n)[rng.permutation(n)] * rng.choice([-1.0, 1.0], n)
    return W[:fan_in, :fan_out] if fan_in == fan_out else (
        W[:, :fan_out] if fan_in > fan_out else W[:fan_in]
    )
