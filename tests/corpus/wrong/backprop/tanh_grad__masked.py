# wrong: backprop.tanh_grad: array-subclass
# Saturated entries are masked out.
def tanh_grad(a):
    slope = 1 - np.tanh(a) ** 2
    return np.ma.masked_less(slope, 1e-12)
