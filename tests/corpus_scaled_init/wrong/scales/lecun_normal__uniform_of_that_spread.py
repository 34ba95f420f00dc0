# wrong: scales.lecun_normal: uniform-for-normal
# Only the spread counts, says the text.
def lecun_normal(fan_in, fan_out, rng):
    c = np.sqrt(3.0 / fan_in)
    return rng.uniform(-c, c, (fan_in, fan_out))
