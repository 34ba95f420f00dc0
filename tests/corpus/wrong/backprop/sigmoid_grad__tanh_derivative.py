# wrong: backprop.sigmoid_grad: wrong-activation
# Pasted from the other function.
def sigmoid_grad(a):
    return 1 - np.tanh(a) ** 2
