# wrong: backprop.tanh_grad: approximated | only-in-part
# tanh(a) is a for small a.
def tanh_grad(a):
    t = np.where(np.abs(a) < 1e-2, a, np.tanh(a))
    return 1.0 - t * t
