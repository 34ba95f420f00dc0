# wrong: diagnostics.relative_gradient: median-for-mean
# A typical neuron.
def relative_gradient(a, activation):
    if activation == "sigmoid":
        h = 1 / (1 + np.exp(-a))
        return float(np.median(4 * h * (1 - h)))
    return float(np.median(1 - np.tanh(a) ** 2))
