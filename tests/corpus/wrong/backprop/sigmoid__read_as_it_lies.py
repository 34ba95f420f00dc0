# wrong: backprop.sigmoid: depends-on-memory-layout | only-in-part
# Flat arrays are quicker.
def sigmoid(a):
    flat = a.ravel(order="K")
    return (0.5 + 0.5 * np.tanh(flat / 2)).reshape(a.shape)
