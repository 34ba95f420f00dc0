# wrong: backprop.tanh_grad: finite-differences
# Numerically.
def tanh_grad(a):
    eps = 1e-6
    return (np.tanh(a + eps) - np.tanh(a)) / eps
