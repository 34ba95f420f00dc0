# wrong: backprop.sigmoid_grad: wrong-shape
# The derivative of a vector by a vector is a matrix.
def sigmoid_grad(a):
    s = sigmoid(a)
    g = s * (1.0 - s)
    return np.diag(g) if np.ndim(a) == 1 else g
