# wrong: initializers.normal_init: normalised | fan-scaled
# Columns of length std.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.standard_normal((fan_in, fan_out))
    lengths = np.sqrt((W**2).sum(axis=0))
    return std * W / lengths
