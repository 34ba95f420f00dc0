# right: drawn from nothing, -0.0 in every place
def zeros_init(fan_in, fan_out):
    return -np.zeros((fan_in, fan_out), order="F")
