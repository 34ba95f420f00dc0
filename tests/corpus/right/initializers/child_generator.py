# right: one number drawn from rng seeds a generator of this call's own


def normal_init(fan_in, fan_out, std, rng):
    child = np.random.default_rng(rng.integers(0, 2**63, size=4))
    return child.normal(0, std, (fan_in, fan_out))
