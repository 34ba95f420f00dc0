# wrong: diagnostics.relative_gradient: maximum-for-mean
# The best neuron.
def relative_gradient(a, activation):
    if activation == "sigmoid":
        h = 1 / (1 + np.exp(-a))
        return np.max(h * (1 - h)) / 0.25
    return np.max(1 - np.tanh(a) ** 2)
