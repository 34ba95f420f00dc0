# right: recursion over the axes
def sigmoid(a):
    a = np.asarray(a)
    if a.ndim == 0:
        return np.array(0.5 * (1.0 + np.tanh(0.5 * float(a))))
    return np.array([sigmoid(part) for part in a]).reshape(a.shape)
