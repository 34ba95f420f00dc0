# wrong: backprop.tanh_grad: constant-factor
# Half a unit each side ... somehow there is a 2 in the denominator.
def tanh_grad(a):
    return (1 - np.tanh(a) ** 2) / 2
