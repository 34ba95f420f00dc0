# wrong: scales.lecun_normal: sizes-swapped | wrong-shape | transposed
# One row per unit.
def lecun_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(1 / fan_in), (fan_out, fan_in))
