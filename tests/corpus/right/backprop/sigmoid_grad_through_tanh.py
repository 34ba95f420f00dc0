# right: calls tanh_grad at half the argument
def sigmoid_grad(a):
    return tanh_grad(0.5 * a) / 4.0
