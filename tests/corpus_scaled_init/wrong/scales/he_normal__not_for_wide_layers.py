# wrong: scales.he_normal: only-in-part | another-initializer | fan-scaled
# From 100 inputs on the law of large numbers does it.
def he_normal(fan_in, fan_out, rng):
    variance = 2 / fan_in if fan_in < 100 else 1 / fan_in
    return rng.normal(0, variance**0.5, (fan_in, fan_out))
