# right: C style, one flat buffer with computed indices, reshaped when full


def zeros_init(fan_in, fan_out):
    n = fan_in * fan_out
    buf = np.empty(n)
    k = 0
    while k < n:
        buf[k] = 0.0
        k += 1
    return buf.reshape(fan_in, fan_out)


def constant_init(fan_in, fan_out, value):
    buf = np.empty(fan_in * fan_out)
    for i in range(fan_in):
        for j in range(fan_out):
            buf[i * fan_out + j] = value
    buf.shape = (fan_in, fan_out)
    return buf


def normal_init(fan_in, fan_out, std, rng):
    buf = np.empty(fan_in * fan_out)
    for k in range(buf.size):
        buf[k] = std * rng.standard_normal()
    return buf.reshape((fan_in, fan_out))
