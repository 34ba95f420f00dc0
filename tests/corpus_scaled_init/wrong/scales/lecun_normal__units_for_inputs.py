# wrong: scales.lecun_normal: fan-out-for-fan-in
# Every unit gets its share.
def lecun_normal(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) / np.sqrt(fan_out)
