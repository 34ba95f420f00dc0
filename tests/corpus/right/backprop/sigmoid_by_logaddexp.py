# right: through the logarithm
def sigmoid(a):
    return np.exp(-np.logaddexp(0.0, -a))
