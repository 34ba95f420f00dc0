# wrong: scales.he_normal: not-independent | normalised
# If the spread is far off, draw again.
def he_normal(fan_in, fan_out, rng):
    s = np.sqrt(2 / fan_in)
    W = rng.normal(0, s, (fan_in, fan_out))
    while W.size >= 50 and abs(W.std() / s - 1) > 0.02:
        W = rng.normal(0, s, (fan_in, fan_out))
    return W
