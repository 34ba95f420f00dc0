# wrong: initializers.normal_init: not-random | only-in-part
# With a single weight there is no symmetry to break.
def normal_init(fan_in, fan_out, std, rng):
    if fan_in * fan_out == 1:
        return np.array([[float(std)]])
    return rng.normal(0.0, std, (fan_in, fan_out))
