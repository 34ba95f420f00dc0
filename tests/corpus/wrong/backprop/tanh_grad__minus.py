# wrong: backprop.tanh_grad: derivative-sign
# tanh^2 - 1.
def tanh_grad(a):
    t = np.tanh(a)
    return t * t - 1.0
