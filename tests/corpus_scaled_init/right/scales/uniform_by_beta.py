# right: a uniform law is a beta law
def glorot_uniform(fan_in, fan_out, rng):
    c = (6 / (fan_in + fan_out)) ** 0.5
    return c - 2 * c * rng.beta(1.0, 1.0, size=(fan_in, fan_out))
