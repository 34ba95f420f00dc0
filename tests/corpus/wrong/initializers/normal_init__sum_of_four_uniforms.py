# wrong: initializers.normal_init: wrong-law | only-in-part
# Central limit theorem.
def normal_init(fan_in, fan_out, std, rng):
    total = rng.random((4, fan_in, fan_out)).sum(axis=0)
    return std * (total - 2.0) * np.sqrt(3.0)
