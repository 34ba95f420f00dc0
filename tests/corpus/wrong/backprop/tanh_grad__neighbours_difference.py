# wrong: backprop.tanh_grad: finite-differences | approximated
# np.gradient is for slopes.
def tanh_grad(a):
    return (np.tanh(a + 1e-5) - np.tanh(a - 1e-5)) / 2e-5
