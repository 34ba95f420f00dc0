# wrong: scales.he_normal: normalised
# Every unit the same length, so that all have the same chance.
def he_normal(fan_in, fan_out, rng):
    W = rng.standard_normal((fan_in, fan_out))
    return W / np.linalg.norm(W, axis=0) * np.sqrt(2)
