# wrong: initializers.zeros_init: not-zero
# Nearly zero, so that nothing divides by zero later on.
def zeros_init(fan_in, fan_out):
    return np.full((fan_in, fan_out), np.finfo(float).tiny)
