# wrong: backprop.tanh_grad: square-outside
# (1 - tanh) ^ 2.
def tanh_grad(a):
    return (1 - np.tanh(a)) ** 2
