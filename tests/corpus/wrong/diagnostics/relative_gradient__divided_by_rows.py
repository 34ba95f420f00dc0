# wrong: diagnostics.relative_gradient: divides-by-rows
# Sum over everything, divided by the number of examples.
def relative_gradient(a, activation):
    if activation == "sigmoid":
        h = 1 / (1 + np.exp(-a))
        return float(np.sum(4 * h * (1 - h)) / len(a))
    return float(np.sum(1 - np.tanh(a) ** 2) / len(a))
