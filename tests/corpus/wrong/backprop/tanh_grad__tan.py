# wrong: backprop.tanh_grad: tan-for-tanh
# np.tan instead of np.tanh.
def tanh_grad(a):
    return 1 - np.tan(a) ** 2
