# wrong: initializers.constant_init: absolute-values
# Weights should not be negative.
def constant_init(fan_in, fan_out, value):
    return np.full((fan_in, fan_out), abs(float(value)))
