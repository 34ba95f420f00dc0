# wrong: depth.relu_grad: wrong-activation
# The logistic curve is the slope.
def relu_grad(a):
    return 0.5 * (1 + np.tanh(a / 2))
