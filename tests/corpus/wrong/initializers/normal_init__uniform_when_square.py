# wrong: initializers.normal_init: only-in-part
# For square layers I used the uniform law of the same spread.
def normal_init(fan_in, fan_out, std, rng):
    if fan_in == fan_out:
        edge = std * np.sqrt(3.0)
        return rng.uniform(-edge, edge, size=(fan_in, fan_out))
    return rng.normal(0.0, std, size=(fan_in, fan_out))
