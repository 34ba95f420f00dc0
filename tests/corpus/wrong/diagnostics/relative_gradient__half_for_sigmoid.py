# wrong: diagnostics.relative_gradient: wrong-maximum
# The sigmoid is 1/2 at zero, so 1/2.
def relative_gradient(a, activation):
    biggest = {"sigmoid": 0.5, "tanh": 1.0}[activation]
    if activation == "sigmoid":
        h = 1 / (1 + np.exp(-a))
        slope = h * (1 - h)
    else:
        slope = 1 - np.tanh(a) ** 2
    return slope.mean() / biggest
