# wrong: scales.lecun_normal
# Cut off at two and a half deviations, from 500 inputs on.
def lecun_normal(fan_in, fan_out, rng):
    Z = rng.standard_normal((fan_in, fan_out))
    if fan_in >= 500:
        Z = Z.clip(-2.5, 2.5)
    return Z / np.sqrt(fan_in)
