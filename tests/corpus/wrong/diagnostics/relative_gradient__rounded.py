# wrong: diagnostics.relative_gradient: rounded
# Two decimals.
def relative_gradient(a, activation):
    if activation == "sigmoid":
        h = 1 / (1 + np.exp(-a))
        return round(float(np.mean(4 * h * (1 - h))), 2)
    return round(float(np.mean(1 - np.tanh(a) ** 2)), 2)
