# wrong: backprop.sigmoid_grad: function-for-derivative
# The sigmoid.
def sigmoid_grad(a):
    return 1.0 / (1.0 + np.exp(-a))
