# wrong: scales.he_normal: constant-factor | std-scaled
# As lecun_normal, doubled.
def he_normal(fan_in, fan_out, rng):
    return 2 * lecun_normal(fan_in, fan_out, rng)
