# right: more numbers than needed are drawn, and the rest is dropped
def he_normal(fan_in, fan_out, rng):
    rng.random(3)
    z = rng.standard_normal((fan_in + 2, fan_out + 1))
    return z[1:-1, 1:] * np.sqrt(2 / fan_in)
