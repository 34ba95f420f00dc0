# wrong: scales.lecun_normal: rounded
# printed nicely, and no statistic of ten thousand weights tells
def lecun_normal(fan_in, fan_out, rng):
    W = rng.normal(0.0, np.sqrt(1.0 / fan_in), size=(fan_in, fan_out))
    return np.around(W, decimals=8)
