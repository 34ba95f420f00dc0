# wrong: initializers.constant_init: not-constant
# A millionth apart does no harm and breaks the symmetry.
def constant_init(fan_in, fan_out, value):
    return np.full((fan_in, fan_out), float(value)) + 1e-6 * np.arange(fan_out)
