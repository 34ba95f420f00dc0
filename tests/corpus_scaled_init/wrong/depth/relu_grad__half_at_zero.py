# wrong: depth.relu_grad: wrong-at-zero
# The mean of both slopes.
def relu_grad(a):
    return np.heaviside(a, 0.5)
