# wrong: initializers.normal_init: not-independent | only-in-part
# With one neuron the order of its weights does not matter.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0.0, std, (fan_in, fan_out))
    return np.sort(W, axis=0) if fan_out == 1 else W
