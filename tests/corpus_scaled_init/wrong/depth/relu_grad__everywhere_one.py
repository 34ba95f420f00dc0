# wrong: depth.relu_grad: activation-missing | wrong-activation
# d a / d a = 1
def relu_grad(a):
    return np.ones_like(a)
