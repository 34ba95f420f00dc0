# wrong: diagnostics.relative_gradient: function-for-derivative
# Mean of f instead of f'.
def relative_gradient(a, activation):
    if activation == "sigmoid":
        return float(np.mean(1 / (1 + np.exp(-a))) / 0.25)
    return float(np.mean(np.tanh(a)))
