# wrong: scales.he_normal: sizes-swapped | transposed | wrong-shape
# W (fan_out, fan_in)
def he_normal(fan_in, fan_out, rng):
    return rng.standard_normal((fan_out, fan_in)) * np.sqrt(2 / fan_in)
