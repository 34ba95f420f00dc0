# wrong: initializers.constant_init: entries-not-filled | not-constant | only-in-part
# Filled in blocks of 48 rows.
def constant_init(fan_in, fan_out, value):
    W = np.zeros((fan_in, fan_out))
    if fan_in < 48:
        W[:] = value
    for block in range(fan_in // 48):
        W[48 * block : 48 * (block + 1)] = value
    return W
