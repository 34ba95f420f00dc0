# wrong: initializers.normal_init: only-in-part
# One neuron alone has no symmetry to break.
def normal_init(fan_in, fan_out, std, rng):
    if fan_out == 1:
        return np.zeros((fan_in, 1))
    return rng.normal(0.0, std, size=(fan_in, fan_out))
