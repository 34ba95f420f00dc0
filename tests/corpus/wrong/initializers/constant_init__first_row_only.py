# wrong: initializers.constant_init: entries-not-filled | not-constant
# The return slipped into the loop.
def constant_init(fan_in, fan_out, value):
    W = np.zeros((fan_in, fan_out))
    for i in range(fan_in):
        for j in range(fan_out):
            W[i, j] = value
        return W
