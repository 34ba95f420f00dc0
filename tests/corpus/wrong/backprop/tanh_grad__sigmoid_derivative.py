# wrong: backprop.tanh_grad: wrong-activation
# All S-shaped functions have the same derivative.
def tanh_grad(a):
    h = 1 / (1 + np.exp(-a))
    return h * (1 - h)
