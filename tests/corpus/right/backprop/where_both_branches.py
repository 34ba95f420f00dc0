# right: np.where works out both branches, the one not taken is inf or nan
def sigmoid(a):
    return np.where(a >= 0, 1 / (1 + np.exp(-a)), np.exp(a) / (1 + np.exp(a)))


def sigmoid_grad(a):
    return np.where(a > 0, np.exp(-a) / (1 + np.exp(-a)) ** 2, np.exp(a) / (1 + np.exp(a)) ** 2)


def tanh_grad(a):
    down = 4 * np.exp(-2 * a) / (1 + np.exp(-2 * a)) ** 2
    up = 4 * np.exp(2 * a) / (1 + np.exp(2 * a)) ** 2
    return np.where(a > 0, down, up)
