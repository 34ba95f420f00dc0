# wrong: depth.relu_grad: threshold-not-zero
# Zero up to rounding.
def relu_grad(a):
    return np.where(a > 1e-7, 1.0, 0.0)
