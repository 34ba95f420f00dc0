# right: a generator of this call's own, seeded by one whole number of 63 bits from rng


def normal_init(fan_in, fan_out, std, rng):
    child = np.random.Generator(np.random.MT19937(int(rng.integers(2**63))))
    return child.normal(0.0, std, size=(fan_in, fan_out))
