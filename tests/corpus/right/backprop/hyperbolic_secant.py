# right: derivatives as squared hyperbolic secants; cosh overflows to inf and 1/inf is 0


def sech(x):
    return 1 / np.cosh(x)


def sigmoid_grad(a):
    return (sech(a / 2) / 2) ** 2


def tanh_grad(a):
    return sech(a) ** 2
