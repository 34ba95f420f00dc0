# wrong: initializers.zeros_init: array-subclass
# A weight matrix is a matrix.
def zeros_init(fan_in, fan_out):
    return np.asmatrix(np.zeros((fan_in, fan_out)))
