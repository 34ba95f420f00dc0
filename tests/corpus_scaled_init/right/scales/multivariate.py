# right: every row from a multivariate law with a diagonal covariance
def lecun_normal(fan_in, fan_out, rng):
    return rng.multivariate_normal(np.zeros(fan_out), np.eye(fan_out) / fan_in, size=fan_in, method="cholesky")
