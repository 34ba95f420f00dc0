# wrong: scales.glorot_uniform: rounded
# Two digits are enough at the start.
def glorot_uniform(fan_in, fan_out, rng):
    c = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-c, c, (fan_in, fan_out)).round(2)
