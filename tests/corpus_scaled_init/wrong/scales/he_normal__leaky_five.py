# wrong: scales.he_normal: another-initializer | constant-factor | std-scaled
# kaiming with a=sqrt(5)
def he_normal(fan_in, fan_out, rng):
    gain = np.sqrt(2 / (1 + 5))
    return rng.normal(0, gain / np.sqrt(fan_in), (fan_in, fan_out))
