# wrong: backprop.sigmoid_grad: derivative-sign | only-in-part
# Left of zero it goes down.
def sigmoid_grad(a):
    s = sigmoid(a)
    return np.sign(a) * s * (1.0 - s) + (np.asarray(a) == 0) * 0.25
