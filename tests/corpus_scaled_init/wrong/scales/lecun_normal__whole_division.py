# wrong: scales.lecun_normal: integer-division | not-random | entries-not-filled
# One divided by fan_in.
def lecun_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(1 // fan_in), (fan_in, fan_out))
