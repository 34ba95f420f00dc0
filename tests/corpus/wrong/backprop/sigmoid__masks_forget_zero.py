# wrong: backprop.sigmoid: wrong-at-zero
# Positive and negative values by their own formula.
def sigmoid(a):
    a = np.asarray(a)
    h = np.zeros(a.shape)
    pos, neg = a > 0, a < 0
    h[pos] = 1.0 / (1.0 + np.exp(-a[pos]))
    e = np.exp(a[neg])
    h[neg] = e / (1.0 + e)
    return h
