# wrong: backprop.sigmoid_grad: wrong-at-zero
# A unit at zero gets no gradient.
def sigmoid_grad(a):
    s = sigmoid(a)
    return s * (1.0 - s) * (np.asarray(a) != 0)
