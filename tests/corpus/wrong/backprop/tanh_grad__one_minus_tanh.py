# wrong: backprop.tanh_grad: square-missing | one-minus-activation
# The square got lost.
def tanh_grad(a):
    return 1 - np.tanh(a)
