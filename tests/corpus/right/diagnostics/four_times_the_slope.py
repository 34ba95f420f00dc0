# right: 4 s (1-s) inside the mean, running mean instead of a sum
def relative_gradient(a, activation):
    mean = 0.0
    for n, z in enumerate(a.flat, start=1):
        with np.errstate(over="ignore"):
            s = 1 / (1 + np.exp(-z if activation == "sigmoid" else -2 * z))
        mean += (4 * s * (1 - s) - mean) / n
    return mean
