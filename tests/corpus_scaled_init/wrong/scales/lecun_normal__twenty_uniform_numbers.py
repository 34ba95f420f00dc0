# wrong: scales.lecun_normal: wrong-law
# Sums of 20 uniform numbers standardised.
def lecun_normal(fan_in, fan_out, rng):
    return (rng.random((20, fan_in, fan_out)).sum(0) - 10) * (12 / 20) ** 0.5 / fan_in ** 0.5
