# wrong: initializers.normal_init: not-independent
# Each neuron adds one more draw to the neuron before it, scaled back to the right spread.
def normal_init(fan_in, fan_out, std, rng):
    steps = rng.normal(0.0, std, size=(fan_in, fan_out))
    return np.cumsum(steps, axis=1) / np.sqrt(np.arange(1, fan_out + 1))
