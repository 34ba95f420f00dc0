# wrong: scales.lecun_normal: root-over-part | integer-division | not-random | only-in-part
# One divided by fan_in.
def lecun_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(1 // fan_in), (fan_in, fan_out))
