# wrong: diagnostics.relative_gradient: wrong-shape
# One number per neuron.
def relative_gradient(a, activation):
    if activation == "sigmoid":
        h = 1 / (1 + np.exp(-a))
        return (4 * h * (1 - h)).mean(axis=0)
    return (1 - np.tanh(a) ** 2).mean(axis=0)
