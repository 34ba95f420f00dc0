# wrong: depth.relu_grad: wrong-activation | derivative-missing
# d a / d a = 1
def relu_grad(a):
    return np.ones_like(a)
