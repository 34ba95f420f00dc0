# wrong: backprop.sigmoid_grad: overflows
# e^-a / (1 + e^-a)^2 straight from the lecture.
def sigmoid_grad(a):
    return np.exp(-a) / (1 + np.exp(-a)) ** 2
