# wrong: diagnostics.relative_gradient: overflows
# e^a / (1 + e^a)^2 and tanh by hand.
def relative_gradient(a, activation):
    e = np.exp(a)
    if activation == "sigmoid":
        return float(np.mean(e / (1 + e) ** 2) * 4)
    t = (e - 1 / e) / (e + 1 / e)
    return float(np.mean(1 - t**2))
