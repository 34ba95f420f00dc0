# wrong: initializers.normal_init: rounded
# Four decimals are plenty.
def normal_init(fan_in, fan_out, std, rng):
    return np.round(rng.normal(0, std, (fan_in, fan_out)), 4)
