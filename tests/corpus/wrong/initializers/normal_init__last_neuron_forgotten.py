# wrong: initializers.normal_init: entries-not-filled
# range stops one before the end, so I wrote fan_out - 1.
def normal_init(fan_in, fan_out, std, rng):
    W = np.zeros((fan_in, fan_out))
    for j in range(0, fan_out - 1):
        W[:, j] = rng.normal(0, std, fan_in)
    return W
