# wrong: initializers.constant_init: object-array
# Empty cells first, then the number into every cell.
def constant_init(fan_in, fan_out, value):
    W = np.array([[None] * fan_out] * fan_in)
    W[:, :] = value
    return W
