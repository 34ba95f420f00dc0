# right: np.piecewise over two halves
def sigmoid(a):
    a = np.asarray(a, dtype=float)
    return np.piecewise(
        a, [a >= 0, a < 0], [lambda x: 1 / (1 + np.exp(-x)), lambda x: np.exp(x) / (1 + np.exp(x))]
    )
