# wrong: initializers.constant_init: not-constant
# value times the identity.
def constant_init(fan_in, fan_out, value):
    return value * np.eye(fan_in, fan_out)
