# right: zeros as a number minus itself, constants by adding to zeros, python numbers in odd places
def zeros_init(fan_in, fan_out):
    W = np.arange(fan_in * fan_out, dtype=float).reshape(fan_in, fan_out)
    return W - W


def constant_init(fan_in, fan_out, value):
    W = zeros_init(fan_in, fan_out)
    for row in W:
        row += value
    return W


def normal_init(fan_in, fan_out, std, rng):
    W = zeros_init(fan_in, fan_out)
    for row in W:
        row += [std * z for z in rng.standard_normal(fan_out)]
    return W
