# wrong: backprop.sigmoid: wrong-at-zero | only-in-part
# Nothing in, nothing out.
def sigmoid(a):
    if not np.any(a):
        return np.zeros_like(a)
    return 0.5 * (1.0 + np.tanh(0.5 * a))
