# wrong: diagnostics.relative_gradient: not-divided-by-maximum
# The mean slope.
def relative_gradient(a, activation):
    if activation == "sigmoid":
        h = 1 / (1 + np.exp(-a))
        return np.mean(h * (1 - h))
    return np.mean(1 - np.tanh(a) ** 2)
