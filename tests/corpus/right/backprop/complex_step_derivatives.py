# right: the two activation derivatives by a complex step through tanh, exact to rounding
STEP = 1e-30


def tanh_grad(a):
    return np.imag(np.tanh(a + 1j * STEP)) / STEP


def sigmoid_grad(a):
    return tanh_grad(a / 2) / 4
