# right: one draw a weight, columns from the last to the first
def normal_init(fan_in, fan_out, std, rng):
    W = np.empty((fan_in, fan_out))
    for j in reversed(range(fan_out)):
        for i in range(fan_in):
            W[i, j] = rng.normal(0, std)
    return W
