# right: brings the sigmoid to the scale of tanh first, tolerance doubled with it
def saturated_fraction(h, activation, tol=0.01):
    if activation == "sigmoid":
        h, tol = 2 * h - 1, 2 * tol
    return np.mean(np.abs(h) >= 1 - tol)


def relative_gradient(a, activation):
    if activation == "sigmoid":
        a = 0.5 * a
    return np.mean(1.0 / np.cosh(np.clip(a, -300, 300)) ** 2)
