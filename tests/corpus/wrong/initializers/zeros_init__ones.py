# wrong: initializers.zeros_init: not-zero
# I start from ones because multiplying by zero kills everything.
def zeros_init(fan_in, fan_out):
    return np.ones((fan_in, fan_out))
