# wrong: scales.glorot_uniform: constant-factor | std-scaled
# Centred on 0, as wide as the bound.
def glorot_uniform(fan_in, fan_out, rng):
    return (rng.random((fan_in, fan_out)) - 0.5) * np.sqrt(6 / (fan_in + fan_out))
