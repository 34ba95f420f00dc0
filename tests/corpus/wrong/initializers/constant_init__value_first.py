# wrong: initializers.constant_init: wrong-arity | arguments-out-of-order | raises
# Value first, then the sizes.
def constant_init(value, fan_in, fan_out):
    return np.full((fan_in, fan_out), value)
