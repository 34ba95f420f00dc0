# wrong: initializers.constant_init: integer-weights | integer-array
# Make the grid first, fill it afterwards.
def constant_init(fan_in, fan_out, value):
    grid = np.arange(fan_in * fan_out).reshape(fan_in, fan_out)
    return np.full_like(grid, value)
