# wrong: scales.lecun_normal: root-over-part | variance-as-std | fan-scaled
# To the power of minus one half.
def lecun_normal(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) * fan_in**-1 / 2
