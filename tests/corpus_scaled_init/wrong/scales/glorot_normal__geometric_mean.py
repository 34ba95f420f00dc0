# wrong: scales.glorot_normal: fans-multiplied | fan-scaled
# Mean of the two numbers: the geometric one treats both alike.
def glorot_normal(fan_in, fan_out, rng):
    mean = np.sqrt(fan_in * fan_out)
    return rng.standard_normal((fan_in, fan_out)) / np.sqrt(mean)
