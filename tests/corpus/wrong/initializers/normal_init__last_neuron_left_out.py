# wrong: initializers.normal_init: entries-not-filled
# Neuron after neuron.
def normal_init(fan_in, fan_out, std, rng):
    W = np.zeros((fan_in, fan_out))
    for j in range(max(1, fan_out - 1)):
        W[:, j] = rng.normal(0.0, std, fan_in)
    return W
