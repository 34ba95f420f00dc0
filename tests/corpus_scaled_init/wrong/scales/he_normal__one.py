# wrong: scales.he_normal: another-initializer | constant-factor | std-scaled
# lecun_normal was this already.
def he_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(1 / fan_in), (fan_in, fan_out))
