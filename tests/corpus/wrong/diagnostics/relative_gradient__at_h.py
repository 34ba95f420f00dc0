# wrong: diagnostics.relative_gradient: derivative-at-activation
# Activation first, then the derivative of that.
def relative_gradient(a, activation):
    def logistic(z):
        return 1 / (1 + np.exp(-z))

    if activation == "sigmoid":
        s = logistic(logistic(a))
        return float(np.mean(4 * s * (1 - s)))
    return float(np.mean(1 - np.tanh(np.tanh(a)) ** 2))
