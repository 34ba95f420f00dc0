# wrong: backprop.tanh_grad: square-inside
# tanh^2(a) is tanh of a^2?
def tanh_grad(a):
    return 1 - np.tanh(a**2)
