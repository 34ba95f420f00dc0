# right: the largest slope is taken from the function itself, at zero
def _slope(a, activation):
    if activation == "tanh":
        return 1 - np.tanh(a) * np.tanh(a)
    s = np.where(a < 0, np.exp(a) / (1 + np.exp(a)), 1 / (1 + np.exp(-a)))
    return s - s * s


def relative_gradient(a, activation):
    return _slope(a, activation).sum() / a.size / _slope(np.zeros(1), activation)[0]
