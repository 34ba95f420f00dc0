# wrong: initializers.normal_init: wrong-law
# Bell-shaped, and the std is right.
def normal_init(fan_in, fan_out, std, rng):
    return rng.laplace(0.0, std / np.sqrt(2), size=(fan_in, fan_out))
