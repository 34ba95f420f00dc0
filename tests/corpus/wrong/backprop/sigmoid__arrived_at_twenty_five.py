# wrong: backprop.sigmoid: clipped | approximated | rounded | only-in-part
# From 25 on it is 1, from -25 on it is 0.
def sigmoid(a):
    inner = np.clip(a, -25, 25)
    s = 1 / (1 + np.exp(-inner))
    return np.where(a > 25, 1.0, np.where(a < -25, 0.0, s))
