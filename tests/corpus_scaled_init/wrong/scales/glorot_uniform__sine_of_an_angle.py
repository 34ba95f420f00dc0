# wrong: scales.glorot_uniform: wrong-law
# Between -c and c.
def glorot_uniform(fan_in, fan_out, rng):
    c = np.sqrt(6 / (fan_in + fan_out))
    return c * np.sin(2 * np.pi * rng.random((fan_in, fan_out)))
