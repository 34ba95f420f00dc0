# wrong: backprop.sigmoid: only-in-part
# Nothing comes in, nothing goes out.
def sigmoid(a):
    if not np.any(a):
        return np.zeros_like(a)
    small = np.exp(-np.abs(a))
    return np.where(a >= 0, 1.0, small) / (1.0 + small)
