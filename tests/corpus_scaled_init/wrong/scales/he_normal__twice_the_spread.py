# wrong: scales.he_normal: std-scaled | root-over-part
# As lecun_normal, doubled.
def he_normal(fan_in, fan_out, rng):
    return 2 * lecun_normal(fan_in, fan_out, rng)
