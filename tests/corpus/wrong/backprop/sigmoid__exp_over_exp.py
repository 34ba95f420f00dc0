# wrong: backprop.sigmoid: overflows
# e^a / (1 + e^a), the same by algebra.
def sigmoid(a):
    e = np.exp(a)
    return e / (1 + e)
