# wrong: backprop.tanh_grad: derivative-at-activation
# tanh of the activation.
def tanh_grad(a):
    h = np.tanh(a)
    return 1 - np.tanh(h) ** 2
