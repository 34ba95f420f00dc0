# wrong: diagnostics.relative_gradient: derivative-of-mean
# First the mean of a, then the slope there.
def relative_gradient(a, activation):
    z = np.mean(a)
    if activation == "sigmoid":
        h = 1 / (1 + np.exp(-z))
        return h * (1 - h) / 0.25
    return 1 - np.tanh(z) ** 2
