# right: np.piecewise with functions for the pieces
def sigmoid(a):
    return np.piecewise(
        np.asarray(a, dtype=float),
        [a < 0, a >= 0],
        [lambda z: np.exp(z) / (1 + np.exp(z)), lambda z: 1 / (1 + np.exp(-z))],
    )


def sigmoid_grad(a):
    return sigmoid(a) * sigmoid(-a)
