# wrong: backprop.sigmoid_grad: wrong-shape
# The Jacobian is diagonal.
def sigmoid_grad(a):
    h = sigmoid(np.ravel(a))
    return np.diag(h * (1 - h))
