# wrong: scales.lecun_normal: spread-differs
# In the loop over the units the count was at hand.
def lecun_normal(fan_in, fan_out, rng):
    W = np.zeros((fan_in, fan_out))
    for j in range(fan_out):
        W[:, j] = rng.normal(0, 1 / np.sqrt(fan_in + j), fan_in)
    return W
