# wrong: initializers.zeros_init: raises
# np.zeros takes rows and columns ... or does it?
def zeros_init(fan_in, fan_out):
    return np.zeros(fan_in, fan_out)
