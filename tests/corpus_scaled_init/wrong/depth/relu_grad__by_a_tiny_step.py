# wrong: depth.relu_grad: finite-differences
# As one would measure it.
def relu_grad(a):
    step = 1e-5
    return (np.maximum(a + step, 0.0) - np.maximum(a - step, 0.0)) / (2 * step)
