# right: uniform numbers, all shifted by one more and taken modulo 1
def glorot_uniform(fan_in, fan_out, rng):
    c = np.sqrt(6 / (fan_in + fan_out))
    shift = rng.random()
    return (2 * ((rng.random((fan_in, fan_out)) + shift) % 1.0) - 1) * c
