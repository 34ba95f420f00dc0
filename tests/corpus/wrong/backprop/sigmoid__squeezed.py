# wrong: backprop.sigmoid: wrong-shape | only-in-part
# Tidy shapes.
def sigmoid(a):
    return np.squeeze(1.0 / (1.0 + np.exp(-a)))
