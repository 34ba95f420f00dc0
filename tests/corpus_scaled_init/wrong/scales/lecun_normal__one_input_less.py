# wrong: scales.lecun_normal: only-in-part | fan-scaled
# Divides by fan_in - 1 as for a sample variance; 1 where there is one input.
def lecun_normal(fan_in, fan_out, rng):
    return rng.normal(0, 1 / np.sqrt(max(fan_in - 1, 1)), (fan_in, fan_out))
