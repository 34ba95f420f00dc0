# wrong: backprop.sigmoid: wrong-shape | only-in-part
# One example is a vector.
def sigmoid(a):
    h = 0.5 * (1 + np.tanh(a / 2))
    return h[0] if h.ndim == 2 and len(h) == 1 else h
