# right: nested lists of Python floats, then one array
def constant_init(fan_in, fan_out, value):
    return np.array([[float(value)] * fan_out] * fan_in)
