# wrong: initializers.normal_init: truncated
# Nothing beyond three standard deviations.
def normal_init(fan_in, fan_out, std, rng):
    return np.clip(rng.normal(0.0, std, (fan_in, fan_out)), -3 * std, 3 * std)
