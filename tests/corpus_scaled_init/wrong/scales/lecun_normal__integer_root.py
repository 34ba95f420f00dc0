# wrong: scales.lecun_normal: integer-division | root-over-part | only-in-part | rounded
# Integer root, it is a whole number after all.
def lecun_normal(fan_in, fan_out, rng):
    import math

    return rng.normal(0, 1 / math.isqrt(fan_in), (fan_in, fan_out))
