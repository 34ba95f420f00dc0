# wrong: scales.glorot_uniform: not-independent
# A sign for each input times one for each unit.
def glorot_uniform(fan_in, fan_out, rng):
    size = rng.uniform(0, np.sqrt(6.0 / (fan_in + fan_out)), size=(fan_in, fan_out))
    return size * rng.choice([-1.0, 1.0], size=(fan_in, 1)) * rng.choice([-1.0, 1.0], size=fan_out)
