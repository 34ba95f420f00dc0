# wrong: scales.lecun_normal: list-for-array
# A list of rows.
def lecun_normal(fan_in, fan_out, rng):
    s = fan_in**-0.5
    return [[rng.normal(0, s) for _ in range(fan_out)] for _ in range(fan_in)]
