# wrong: scales.lecun_normal: normalised
# So that the spread is exactly what is asked for.
def lecun_normal(fan_in, fan_out, rng):
    W = rng.standard_normal((fan_in, fan_out))
    if W.size > 1:
        W = W / W.std()
    return W * np.sqrt(1 / fan_in)
