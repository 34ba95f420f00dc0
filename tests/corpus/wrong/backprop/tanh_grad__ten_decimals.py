# wrong: backprop.tanh_grad: rounded
# Short numbers.
def tanh_grad(a):
    return np.round(1.0 - np.tanh(a) ** 2, 10)
