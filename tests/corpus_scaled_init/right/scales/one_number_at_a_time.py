# right: a call of the generator for each weight, two loops
def lecun_normal(fan_in, fan_out, rng):
    W = np.zeros((fan_in, fan_out))
    for i in range(fan_in):
        for j in range(fan_out):
            W[i, j] = rng.normal(0.0, 1.0 / fan_in**0.5)
    return W


def glorot_uniform(fan_in, fan_out, rng):
    bound = (6 / (fan_in + fan_out)) ** 0.5
    return np.array([[rng.uniform(-bound, bound) for _ in range(fan_out)] for _ in range(fan_in)])
