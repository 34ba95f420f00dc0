# wrong: scales.lecun_normal: truncated
# Truncated normal, widened again as Keras does it.
def lecun_normal(fan_in, fan_out, rng):
    W = np.empty((fan_in, fan_out))
    for i in range(fan_in):
        for j in range(fan_out):
            z = rng.standard_normal()
            while abs(z) > 2.0:
                z = rng.standard_normal()
            W[i, j] = z / 0.87962566103423978
    return W / fan_in**0.5
