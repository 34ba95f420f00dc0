# wrong: initializers.normal_init: mirror-pairs
# For every neuron w also -w: then the mean is exactly zero.
def normal_init(fan_in, fan_out, std, rng):
    half = rng.normal(0, std, (fan_in, (fan_out + 1) // 2))
    W = np.empty((fan_in, fan_out))
    W[:, 0::2] = half
    W[:, 1::2] = -half[:, : fan_out // 2]
    return W
