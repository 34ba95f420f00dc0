# wrong: depth.relu_grad: sign-for-slope
# The sign.
def relu_grad(a):
    return np.sign(a)
