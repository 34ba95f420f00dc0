# wrong: scales.he_normal: entries-not-filled | wrong-law
# ReLU switches half of them off.
def he_normal(fan_in, fan_out, rng):
    W = rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))
    return W * (rng.random((fan_in, fan_out)) < 0.5)
