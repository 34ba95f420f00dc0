# wrong: depth.relu_grad: derivative-missing | constant-slope
# d a / d a = 1
def relu_grad(a):
    return np.ones_like(a)
