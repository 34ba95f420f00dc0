# wrong: backprop.tanh_grad: second-derivative
# Differentiated 1 - tanh^2 once more.
def tanh_grad(a):
    t = np.tanh(a)
    return -2 * t * (1 - t**2)
