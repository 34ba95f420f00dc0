# wrong: diagnostics.relative_gradient: multiplied-by-maximum
# Times the largest slope.
def relative_gradient(a, activation):
    if activation == "sigmoid":
        h = 1 / (1 + np.exp(-a))
        return float(0.25 * np.mean(h * (1 - h)))
    return float(1.0 * np.mean(1 - np.tanh(a) ** 2))
