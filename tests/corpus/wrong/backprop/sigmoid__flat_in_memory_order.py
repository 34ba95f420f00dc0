# wrong: backprop.sigmoid: depends-on-memory-layout
# Flat, then back into shape.
def sigmoid(a):
    flat = np.ravel(a, order="K")
    h = np.array([1.0 / (1.0 + np.exp(-x)) if x > -700 else 0.0 for x in flat])
    return h.reshape(np.shape(a))
