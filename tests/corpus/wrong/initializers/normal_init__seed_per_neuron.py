# wrong: initializers.normal_init: reseeded | columns-repeated
# Each neuron gets a generator of its own.
def normal_init(fan_in, fan_out, std, rng):
    W = np.zeros((fan_in, fan_out))
    for neuron in range(fan_out):
        own = np.random.default_rng(1)
        W[:, neuron] = own.normal(0, std, fan_in)
    return W
