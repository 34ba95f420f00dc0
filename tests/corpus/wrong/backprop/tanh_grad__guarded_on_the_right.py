# wrong: backprop.tanh_grad: overflows | not-finite | only-in-part
# From 300 on the slope is zero, so nothing can overflow.
def tanh_grad(a):
    e = np.exp(-2 * np.where(a > 300, 300, a))
    t = (1 - e) / (1 + e)
    return np.where(a > 300, 0.0, 1 - t * t)
