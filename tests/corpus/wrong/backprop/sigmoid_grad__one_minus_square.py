# wrong: backprop.sigmoid_grad: one-minus-sigma-squared
# 1 - h^2, as for tanh.
def sigmoid_grad(a):
    h = 1 / (1 + np.exp(-a))
    return 1 - h**2
