# wrong: scales.lecun_normal: only-in-part | spread-ignores-the-layer | fan-scaled
# Very small weights do not learn.
def lecun_normal(fan_in, fan_out, rng):
    return rng.normal(0, max(np.sqrt(1 / fan_in), 0.1), (fan_in, fan_out))
