# wrong: initializers.normal_init: wrong-law | only-in-part
# Bell-shaped with the right spread.
def normal_init(fan_in, fan_out, std, rng):
    return rng.logistic(0.0, std * np.sqrt(3.0) / np.pi, (fan_in, fan_out))
