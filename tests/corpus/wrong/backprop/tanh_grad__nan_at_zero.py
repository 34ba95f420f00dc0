# wrong: backprop.tanh_grad: not-finite | wrong-at-zero
# Took h out of the bracket: h (1/h - h).
def tanh_grad(a):
    h = np.tanh(a)
    return h * (1 / h - h)
