# wrong: depth.relu_grad: wrong-activation | slope-of-another-activation
# 1 - tanh(a)**2
def relu_grad(a):
    return 1.0 - np.tanh(a) ** 2
