# right: 1/(1+exp(-a)) as in the lecture; warns for very negative a and is right
def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def sigmoid_grad(a):
    return sigmoid(a) * (1 - sigmoid(a))
