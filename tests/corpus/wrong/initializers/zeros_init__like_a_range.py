# wrong: initializers.zeros_init: integer-array | integer-weights
# arange has the right number of places, zeros_like empties them.
def zeros_init(fan_in, fan_out):
    places = np.arange(fan_in * fan_out).reshape(fan_in, fan_out)
    return np.zeros_like(places)
