# right: An angle without a preferred direction.
def glorot_uniform(fan_in, fan_out, rng):
    return rng.vonmises(0.0, 0.0, (fan_in, fan_out)) * np.sqrt(6.0 / (fan_in + fan_out)) / np.pi
