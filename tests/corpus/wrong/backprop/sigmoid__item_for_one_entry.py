# wrong: backprop.sigmoid: wrong-type | wrong-shape | only-in-part
# One entry is a number.
def sigmoid(a):
    small = np.exp(-np.abs(a))
    h = np.where(a >= 0, 1.0, small) / (1.0 + small)
    return h.item() if h.size == 1 else h
