# wrong: backprop.sigmoid: wrong-at-zero
# Two branches for stability: positive and negative.
def sigmoid(a):
    h = np.zeros_like(a, dtype=float)
    right, left = a > 0, a < 0
    h[right] = 1 / (1 + np.exp(-a[right]))
    h[left] = np.exp(a[left]) / (1 + np.exp(a[left]))
    return h
