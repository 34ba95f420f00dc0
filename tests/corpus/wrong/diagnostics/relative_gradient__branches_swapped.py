# wrong: diagnostics.relative_gradient: wrong-activation
# if and else the wrong way round.
def relative_gradient(a, activation):
    if activation == "tanh":
        h = 1 / (1 + np.exp(-a))
        return float(4 * np.mean(h * (1 - h)))
    return float(np.mean(1 - np.tanh(a) ** 2))
