# wrong: scales.lecun_normal: spread-differs
# Each unit has a spread of its own, drawn first.
def lecun_normal(fan_in, fan_out, rng):
    scales = rng.uniform(0.5, 1.5, size=fan_out) / np.sqrt(13 / 12)
    return rng.standard_normal((fan_in, fan_out)) * scales / np.sqrt(fan_in)
