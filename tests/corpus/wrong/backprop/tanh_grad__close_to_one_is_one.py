# wrong: backprop.tanh_grad: clipped | only-in-part
# isclose finds the saturated ones.
def tanh_grad(a):
    t2 = np.tanh(a) ** 2
    return np.where(np.isclose(t2, 1.0), 0.0, 1.0 - t2)
