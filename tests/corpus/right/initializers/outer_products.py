# right: a mathematician's rank-one matrices
def zeros_init(fan_in, fan_out):
    return np.outer(np.zeros(fan_in), np.zeros(fan_out))


def constant_init(fan_in, fan_out, value):
    return np.kron(np.ones((fan_in, 1)), value * np.ones((1, fan_out)))


def normal_init(fan_in, fan_out, std, rng):
    unit = np.eye(fan_in)
    return sum(np.outer(unit[i], rng.normal(0, std, fan_out)) for i in range(fan_in))
