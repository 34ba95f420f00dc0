# right: the logistic function as a shifted tanh, and tanh' from the logistic function


def sigmoid(a):
    return 0.5 * (1.0 + np.tanh(0.5 * a))


def sigmoid_grad(a):
    return 0.25 * (1.0 - np.tanh(0.5 * a) ** 2)


def tanh_grad(a):
    return 4.0 * sigmoid(2.0 * a) * (1.0 - sigmoid(2.0 * a))
