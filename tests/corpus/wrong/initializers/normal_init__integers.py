# wrong: initializers.normal_init: integer-weights | integer-array
# Whole numbers.
def normal_init(fan_in, fan_out, std, rng):
    W = np.zeros((fan_in, fan_out), dtype=np.int64)
    for i in range(fan_in):
        for j in range(fan_out):
            W[i, j] = rng.normal(0, std)
    return W
