# wrong: initializers.constant_init: clipped | value-ignored | only-in-part
# Weights over 1 explode.
def constant_init(fan_in, fan_out, value):
    W = np.ones((fan_in, fan_out)) * value
    return np.clip(W, -1.0, 1.0)
