# wrong: depth.relu_grad: wrong-at-zero
# The sign bit tells it.
def relu_grad(a):
    return 1.0 - np.signbit(a).astype(float)
