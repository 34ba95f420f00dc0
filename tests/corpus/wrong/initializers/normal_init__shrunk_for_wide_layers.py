# wrong: initializers.normal_init: fan-scaled | std-scaled | only-in-part
# With 256 inputs and more Glorot's factor is needed.
def normal_init(fan_in, fan_out, std, rng):
    scale = std if fan_in < 256 else std * np.sqrt(256 / fan_in)
    return rng.normal(0.0, scale, (fan_in, fan_out))
