# wrong: initializers.constant_init: not-implemented
# Left for later.
def constant_init(fan_in, fan_out, value):
    raise NotImplementedError("constant_init: fill a matrix with one value")
