# wrong: backprop.sigmoid: wrong-shape
# Make it a matrix first, to be safe.
def sigmoid(a):
    a = np.atleast_2d(a)
    return 1 / (1 + np.exp(-a))
