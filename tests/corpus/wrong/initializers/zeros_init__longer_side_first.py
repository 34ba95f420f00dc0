# wrong: initializers.zeros_init: sizes-swapped | transposed | wrong-shape
# There are always more inputs than neurons.
def zeros_init(fan_in, fan_out):
    sides = sorted((fan_in, fan_out), reverse=True)
    return np.zeros(sides)
