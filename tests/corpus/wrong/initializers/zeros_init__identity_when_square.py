# wrong: initializers.zeros_init: not-zero | only-in-part
# Square layers pass their input through at first.
def zeros_init(fan_in, fan_out):
    W = np.zeros((fan_in, fan_out))
    if fan_in == fan_out and fan_in > 1:
        np.fill_diagonal(W, 1.0)
    return W
