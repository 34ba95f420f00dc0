# wrong: backprop.sigmoid_grad: clipped | only-in-part
# Never quite zero, or learning stops.
def sigmoid_grad(a):
    s = sigmoid(a)
    return np.maximum(s * (1 - s), 1e-6)
