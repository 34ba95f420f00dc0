# wrong: scales.glorot_normal: rows-repeated
# Fills row after row.
def glorot_normal(fan_in, fan_out, rng):
    W = np.zeros((fan_in, fan_out))
    W[:] = rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), fan_out)
    return W
