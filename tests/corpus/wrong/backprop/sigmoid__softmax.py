# wrong: backprop.sigmoid: wrong-activation
# Exponentials, divided by their sum.
def sigmoid(a):
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
