# wrong: backprop.tanh_grad: scaled-tanh
# LeCun's 1.7159 tanh(2/3 a).
def tanh_grad(a):
    t = np.tanh(2 / 3 * a)
    return 1.7159 * 2 / 3 * (1 - t**2)
