# wrong: diagnostics.relative_gradient: wrong-maximum
# A quarter is the maximum (of the sigmoid's slope; tanh too?).
def relative_gradient(a, activation):
    if activation == "sigmoid":
        h = 1 / (1 + np.exp(-a))
        slope = h * (1 - h)
    else:
        slope = 1 - np.tanh(a) ** 2
    return 4 * np.mean(slope)
