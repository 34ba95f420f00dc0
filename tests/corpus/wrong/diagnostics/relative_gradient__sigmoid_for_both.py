# wrong: diagnostics.relative_gradient: sigmoid-derivative-for-tanh | wrong-activation
# The argument activation is not looked at.
def relative_gradient(a, activation):
    h = 1 / (1 + np.exp(-a))
    return float(4 * np.mean(h * (1 - h)))
