# wrong: backprop.sigmoid: list-for-array
# Ends in tolist so that it prints without "array".
def sigmoid(a):
    h = 1 / (1 + np.exp(-np.asarray(a)))
    return h.tolist()
