# right: derivative of the sigmoid as a single fraction
def sigmoid_grad(a):
    return 1 / (2 + np.exp(a) + np.exp(-a))


def tanh_grad(a):
    return 4 / (np.exp(a) + np.exp(-a)) ** 2
