# right: draws a spare row and throws it away
def normal_init(fan_in, fan_out, std, rng):
    return std * rng.standard_normal((fan_in + 1, fan_out))[1:].copy()
