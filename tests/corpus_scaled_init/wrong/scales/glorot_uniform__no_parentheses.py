# wrong: scales.glorot_uniform: root-over-part
# sqrt(6) over fan_in plus fan_out
def glorot_uniform(fan_in, fan_out, rng):
    c = np.sqrt(6 / fan_in + fan_out)
    return rng.uniform(-c, c, (fan_in, fan_out))
