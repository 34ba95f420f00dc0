# wrong: backprop.sigmoid_grad: derivative-sign
# The derivative of -a is -1, and I forgot that the quotient rule has a minus too.
def sigmoid_grad(a):
    e = np.exp(-np.abs(a))
    return -e / (1 + e) ** 2
