# wrong: backprop.sigmoid: clipped
# Never exactly 0 or 1, so that a log of it works later.
def sigmoid(a):
    eps = 1e-7
    h = 1 / (1 + np.exp(-a))
    return np.minimum(np.maximum(h, eps), 1 - eps)
