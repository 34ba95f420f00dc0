# wrong: initializers.normal_init: normalised
# The sample's standard deviation came out a bit off, so I corrected it (with n - 1, as one should).
def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0.0, std, (fan_in, fan_out))
    return W if W.size == 1 else W * std / W.std(ddof=1)
