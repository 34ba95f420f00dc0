# wrong: backprop.tanh_grad: scaled-tanh | tanh-not-halved
# tanh is 2 sigmoid - 1.
def tanh_grad(a):
    t = 2 * sigmoid(a) - 1
    return 1 - t**2
