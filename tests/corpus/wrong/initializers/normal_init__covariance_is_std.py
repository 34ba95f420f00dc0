# wrong: initializers.normal_init: root-of-std | variance-as-std
# One draw per neuron from the multivariate normal with a diagonal covariance.
def normal_init(fan_in, fan_out, std, rng):
    covariance = std * np.eye(fan_in)
    return rng.multivariate_normal(np.zeros(fan_in), covariance, size=fan_out).T
