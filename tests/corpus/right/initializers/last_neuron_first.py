# right: neurons drawn from the last to the first, into one buffer, scaled afterwards
def normal_init(fan_in, fan_out, std, rng):
    W, buffer = np.empty((fan_in, fan_out)), np.empty(fan_in)
    for j in range(fan_out - 1, -1, -1):
        rng.standard_normal(out=buffer)
        W[:, j] = buffer
    W *= std
    return W
