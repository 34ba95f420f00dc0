# wrong: initializers.constant_init: value-ignored
# Any constant shows the problem, so I use 1.
def constant_init(fan_in, fan_out, value):
    weights = np.ones((fan_in, fan_out))
    return weights
