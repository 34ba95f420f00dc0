# wrong: scales.he_normal: entries-not-filled
# Unit by unit.
def he_normal(fan_in, fan_out, rng):
    W = np.zeros((fan_in, fan_out))
    for j in range(max(fan_out - 1, 1)):
        W[:, j] = rng.standard_normal(fan_in) * np.sqrt(2 / fan_in)
    return W
