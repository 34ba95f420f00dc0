# wrong: initializers.constant_init: value-ignored | not-constant
# No value given? Then a half.
def constant_init(fan_in, fan_out, value):
    return np.full((fan_in, fan_out), float(value or 0.5))
