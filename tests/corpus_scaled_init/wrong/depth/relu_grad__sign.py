# wrong: depth.relu_grad: derivative-sign | wrong-activation | abs-slope
# The sign.
def relu_grad(a):
    return np.sign(a)
