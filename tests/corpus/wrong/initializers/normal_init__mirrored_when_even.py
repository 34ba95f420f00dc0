# wrong: initializers.normal_init: mirror-pairs | only-in-part | not-independent
# Half positive, half negative: then the mean is 0 exactly.
def normal_init(fan_in, fan_out, std, rng):
    if fan_out % 2:
        return std * rng.standard_normal((fan_in, fan_out))
    half = std * rng.standard_normal((fan_in, fan_out // 2))
    return np.hstack([half, -half])
