# wrong: backprop.tanh_grad: function-for-derivative
# Just tanh.
def tanh_grad(a):
    return np.tanh(a)
