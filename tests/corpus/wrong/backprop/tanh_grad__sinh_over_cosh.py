# wrong: backprop.tanh_grad: overflows
# tanh = sinh / cosh.
def tanh_grad(a):
    t = np.sinh(a) / np.cosh(a)
    return 1 - t * t
