# wrong: scales.glorot_uniform: missing-parentheses
# sqrt(6) over fan_in plus fan_out
def glorot_uniform(fan_in, fan_out, rng):
    c = np.sqrt(6 / fan_in + fan_out)
    return rng.uniform(-c, c, (fan_in, fan_out))
