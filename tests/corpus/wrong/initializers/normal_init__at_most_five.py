# wrong: initializers.normal_init: wrong-law | only-in-part | truncated
# No weight should be beyond five, whatever std is.
def normal_init(fan_in, fan_out, std, rng):
    return np.clip(rng.normal(0.0, std, (fan_in, fan_out)), -5.0, 5.0)
