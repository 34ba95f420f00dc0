# wrong: backprop.sigmoid_grad: square-missing | one-minus-activation
# e^-a / (1 + e^-a)^2; cancelled the fraction and lost the square on the way.
def sigmoid_grad(a):
    return 1 / (1 + np.exp(a))
