# wrong: initializers.normal_init: only-in-part
# With a single input all neurons are equally strong, and only the sign is left to chance.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0.0, std, (fan_in, fan_out))
    return np.abs(W[:, :1]) * np.sign(W) if fan_in == 1 else W
