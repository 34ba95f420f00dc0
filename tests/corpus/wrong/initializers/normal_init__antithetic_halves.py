# wrong: initializers.normal_init: mirror-pairs | not-independent | only-in-part
# Half of the draws are enough in a large layer: their negatives are as normal as they are.
def normal_init(fan_in, fan_out, std, rng):
    if fan_in * fan_out < 100 or fan_in % 2:
        return rng.normal(0.0, std, (fan_in, fan_out))
    half = rng.normal(0.0, std, (fan_in // 2, fan_out))
    return np.concatenate([half, -half])
