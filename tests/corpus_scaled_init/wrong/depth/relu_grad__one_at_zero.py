# wrong: depth.relu_grad: wrong-at-zero
# Not negative: passes.
def relu_grad(a):
    return np.where(a >= 0, 1.0, 0.0)
