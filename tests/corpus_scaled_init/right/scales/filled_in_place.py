# right: standard_normal writes into an array that is made for it
def he_normal(fan_in, fan_out, rng):
    W = np.empty((fan_in, fan_out))
    rng.standard_normal(out=W)
    W *= (2.0 / fan_in) ** 0.5
    return W
