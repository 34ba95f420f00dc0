# wrong: initializers.constant_init: list-for-array
# Multiply lists.
def constant_init(fan_in, fan_out, value):
    return [[value] * fan_out] * fan_in
