# wrong: scales.lecun_normal: integer-division | only-in-part
# Integer root, it is a whole number after all.
def lecun_normal(fan_in, fan_out, rng):
    import math

    return rng.normal(0, 1 / math.isqrt(fan_in), (fan_in, fan_out))
