# right: np.vectorize and np.piecewise
relu = np.vectorize(lambda x: x if x > 0 else 0.0, otypes=[np.float64])


def relu_grad(a):
    return np.piecewise(a, [a > 0], [1.0, 0.0])
