# wrong: scales.glorot_uniform: rounded
# so that weights fit into a table; whether one comes twice is a matter of chance
def glorot_uniform(fan_in, fan_out, rng):
    bound = np.sqrt(6.0 / (fan_in + fan_out))
    W = rng.uniform(-bound, bound, size=(fan_in, fan_out))
    return np.array([[round(float(w), 6) for w in row] for row in W])
