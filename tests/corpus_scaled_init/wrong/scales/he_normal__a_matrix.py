# wrong: scales.he_normal: array-subclass
# A matrix is a matrix.
def he_normal(fan_in, fan_out, rng):
    return np.asmatrix(rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out)))
