# wrong: initializers.zeros_init: list-for-array
# A list of rows is a matrix too.
def zeros_init(fan_in, fan_out):
    return [[0.0 for _ in range(fan_out)] for _ in range(fan_in)]
