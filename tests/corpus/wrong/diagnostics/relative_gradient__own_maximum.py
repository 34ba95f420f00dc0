# wrong: diagnostics.relative_gradient: wrong-maximum
# Divided by the largest slope in this layer.
def relative_gradient(a, activation):
    if activation == "sigmoid":
        h = 1 / (1 + np.exp(-a))
        slope = h * (1 - h)
    else:
        slope = 1 - np.tanh(a) ** 2
    return float(slope.mean() / slope.max())
