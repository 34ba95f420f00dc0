# One draw a neuron from the multivariate normal law, with a diagonal covariance of variances.
def normal_init(fan_in, fan_out, std, rng):
    covariance = std**2 * np.eye(fan_in)
    return rng.multivariate_normal(np.zeros(fan_in), covariance, size=fan_out).T.copy()
