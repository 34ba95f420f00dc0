# wrong: backprop.sigmoid_grad: clipped | only-in-part
# Saturated means zero.
def sigmoid_grad(a):
    s = 1.0 / (1.0 + np.exp(-a))
    return np.where(np.abs(a) > 10.0, 0.0, s * (1.0 - s))
