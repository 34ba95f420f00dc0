# wrong: backprop.tanh_grad: wrong-activation
# h (1 - h), h being the tanh.
def tanh_grad(a):
    h = np.tanh(a)
    return h * (1 - h)
