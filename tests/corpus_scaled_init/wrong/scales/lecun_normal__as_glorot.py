# wrong: scales.lecun_normal: another-initializer
# Between both sizes, to be on the safe side.
def lecun_normal(fan_in, fan_out, rng):
    s = np.sqrt(2 / (fan_in + fan_out))
    return s * rng.standard_normal(size=(fan_in, fan_out))
