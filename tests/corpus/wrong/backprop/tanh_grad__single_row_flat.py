# wrong: backprop.tanh_grad: wrong-shape | only-in-part
# Superfluous axes are taken off.
def tanh_grad(a):
    return 1 - np.tanh(np.squeeze(a)) ** 2
