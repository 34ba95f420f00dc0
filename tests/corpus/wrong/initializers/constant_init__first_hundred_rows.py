# wrong: initializers.constant_init: entries-not-filled | not-constant | only-in-part
# Filled row by row.
def constant_init(fan_in, fan_out, value):
    W = np.zeros((fan_in, fan_out))
    for i in range(min(fan_in, 100)):
        W[i] = value
    return W
