# wrong: scales.glorot_uniform: wrong-law
# Same mean, same spread.
def glorot_uniform(fan_in, fan_out, rng):
    s = np.sqrt(2 / (fan_in + fan_out))
    return np.where(rng.random((fan_in, fan_out)) < 0.5, -s, s)
