# wrong: diagnostics.relative_gradient: divided-twice
# Divided in the helper and divided again.
def quarter_slope(a):
    h = 1 / (1 + np.exp(-a))
    return h * (1 - h) / 0.25


def relative_gradient(a, activation):
    if activation == "sigmoid":
        return float(np.mean(quarter_slope(a)) / 0.25)
    return float(np.mean(1 - np.tanh(a) ** 2))
