# wrong: diagnostics.relative_gradient: sum-for-mean
# Added up.
def relative_gradient(a, activation):
    total = 0.0
    for z in np.ravel(a):
        if activation == "sigmoid":
            h = 1 / (1 + np.exp(-z))
            total += h * (1 - h) / 0.25
        else:
            total += 1 - np.tanh(z) ** 2
    return total
